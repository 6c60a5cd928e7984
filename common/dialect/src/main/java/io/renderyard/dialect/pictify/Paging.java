package io.renderyard.dialect.pictify;

/** Where a list of pictures goes on; section 4.2. */
public record Paging(long total, int limit, long offset, boolean hasMore) {
    static Paging of(long total, int limit, long offset, int shown) {
        return new Paging(total, limit, offset, offset + shown < total);
    }
}
