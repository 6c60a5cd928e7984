package io.renderyard.dialect.pictory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.kernel.painting.PaintedPictures.PaintedPicture;
import io.renderyard.kernel.prompt.Prompt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Images that models painted, newest first; contract {@code pictory.md}, section 5.
 *
 * @param nextPageKey missing on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImagePage(List<Item> items, @Nullable String nextPageKey) {
    /**
     * What was asked for, and what came of it.
     *
     * @param prompt the client's own words, without the style's phrase
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String url,
            String id,
            String prompt,
            String aspectRatio,
            String createdDate,
            String model,
            int width,
            int height,
            @Nullable String style,
            @Nullable String referenceImageUrl) {
        static Item of(PaintedPicture picture, ApiLinks links) {
            Prompt prompt = picture.prompt();
            return new Item(
                    links.artifact(picture.artifact()),
                    picture.job().toString(),
                    prompt.words(),
                    prompt.ratio(),
                    Times.of(picture.createdAt()),
                    prompt.model(),
                    picture.artifact().extent().width(),
                    picture.artifact().extent().height(),
                    prompt.style(),
                    prompt.reference() == null ? null : prompt.reference().toString());
        }
    }

    /** @param found up to one more than {@link PageKey#SIZE}, which shows that there is another page */
    public static ImagePage of(List<PaintedPicture> found, ApiLinks links) {
        return new ImagePage(
                PageKey.shown(found).stream()
                        .map(picture -> Item.of(picture, links))
                        .toList(),
                PageKey.next(found, PaintedPicture::job));
    }
}
