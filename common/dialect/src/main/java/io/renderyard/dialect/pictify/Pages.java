package io.renderyard.dialect.pictify;

/**
 * Where a list goes on, for lists that are counted in pages.
 *
 * @param page from 1
 */
public record Pages(int page, int limit, long total, long totalPages, boolean hasNext, boolean hasPrev) {
    public static Pages of(int page, int limit, long total) {
        long pages = Math.ceilDiv(total, limit);
        return new Pages(page, limit, total, pages, page < pages, page > 1);
    }
}
