package io.renderyard.dialect.pictify;

import java.util.List;

/** {@code GET /image}; section 4.2. */
public record ImagePage(List<ImageView> images, Paging pagination) {
    public static ImagePage of(List<ImageView> images, long total, int limit, long offset) {
        return new ImagePage(List.copyOf(images), Paging.of(total, limit, offset, images.size()));
    }
}
