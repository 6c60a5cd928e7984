package io.renderyard.dialect.pictify;

import java.util.List;

/** {@code GET /gif}; section 5.3. */
public record GifPage(List<GifView> gifs, Paging pagination) {
    public static GifPage of(List<GifView> gifs, long total, int limit, long offset) {
        return new GifPage(List.copyOf(gifs), Paging.of(total, limit, offset, gifs.size()));
    }
}
