package io.renderyard.gateway.face.hcti;

import io.renderyard.gateway.artifact.Changes;
import io.renderyard.gateway.artifact.Query;
import io.renderyard.kernel.job.FieldError;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an image's address says beside which image it is.
 *
 * @param extension as it stands in the address
 * @param download whether it is to be saved instead of shown
 */
record ImageOptions(ImageFormat format, String extension, Changes changes, boolean download) {
    /**
     * Empty when no image has such an extension.
     *
     * @param extension without the dot, in any case; null when there is none, which means png
     */
    static Optional<ImageOptions> read(@Nullable String extension, Query query) {
        String asked = extension == null ? ImageFormat.PNG.extension() : extension;
        boolean download = query.all("dl").equals(List.of("1"));
        return ImageFormat.of(asked)
                .map(format ->
                        new ImageOptions(format, asked, Changes.read(query, ImageParameters.of(format)), download));
    }

    /** What is wrong whatever the image turns out to be: nobody has to wait for it. */
    List<FieldError> errors() {
        return changes.errors();
    }

    /** @param id of the image, as it stands in the address */
    Optional<String> fileName(String id) {
        return download ? Optional.of(id + "." + extension) : Optional.empty();
    }
}
