package io.renderyard.dialect.pictify;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.kernel.artifact.ArtifactCatalogue;
import io.renderyard.kernel.render.Extent;
import org.jspecify.annotations.Nullable;

/**
 * A document; section 6.1.
 *
 * @param preset name of its paper; null when it is not known
 * @param pageSize points, of the first page
 * @param size bytes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PdfView(
        boolean success,
        String url,
        String id,
        int pageCount,
        @Nullable String preset,
        Size pageSize,
        long size,
        String createdAt) {
    public static PdfView of(ArtifactCatalogue.Entry entry, @Nullable String preset, ApiLinks links) {
        ImageView image = ImageView.of(entry, links);
        int pages = entry.artifact().extent() instanceof Extent.Paged paged ? paged.pages() : 1;
        return new PdfView(
                true,
                image.url(),
                image.id(),
                pages,
                preset,
                new Size(image.width(), image.height()),
                image.size(),
                image.createdAt());
    }
}
