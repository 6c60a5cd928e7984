package io.renderyard.dialect.hcti;

import io.renderyard.kernel.image.ImageId;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of pictures.
 *
 * @param base origin under which clients reach the farm
 */
public record ImageLinks(URI base) {
    /** @param extension none when null, as clients that add one themselves want it */
    public String image(ImageId id, @Nullable String extension) {
        String origin = base.toString();
        return (origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin) + path(id, extension);
    }

    /** As {@link #image}, for whoever knows the origin. */
    public static String path(ImageId id, @Nullable String extension) {
        return "/v1/image/" + id + (extension == null ? "" : "." + extension);
    }
}
