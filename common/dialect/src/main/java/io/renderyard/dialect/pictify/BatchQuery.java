package io.renderyard.dialect.pictify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of a batch's results are wanted; section 10.2.
 *
 * @param status {@code completed} or {@code failed}; both when null
 * @param page from 1
 * @param limit entries on a page; null for all on one page, since most of the clients know of no pages
 */
public record BatchQuery(
        @Nullable String status, int page, @Nullable Integer limit) {
    public static final List<String> STATUSES = List.of(BatchEntry.COMPLETED, BatchEntry.FAILED);

    boolean wants(BatchEntry entry) {
        return status == null || entry.status().equals(status);
    }

    List<BatchEntry> cut(List<BatchEntry> entries) {
        int size = size(entries.size());
        long from = Math.min((page - 1L) * size, entries.size());
        return entries.subList((int) from, (int) Math.min(from + size, entries.size()));
    }

    Pages pages(int entries) {
        return Pages.of(page, size(entries), entries);
    }

    private int size(int entries) {
        return limit == null ? Math.max(1, entries) : limit;
    }
}
