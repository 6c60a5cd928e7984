package io.renderyard.dialect.yard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.renderyard.kernel.job.Job;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Items of a batch in the order of their rows.
 *
 * @param nextCursor to be sent back as {@code cursor} for the page after this one; missing on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemPage(List<JobView> items, @Nullable String nextCursor) {
    public static final int SIZE = 50;
    public static final int LARGEST = 500;
    private static final int MOST_DIGITS = 6;

    /** @param found up to one more than {@code size}, which shows that there is another page */
    public static ItemPage of(List<Job> found, int size, ApiLinks links) {
        List<Job> shown = found.subList(0, Math.min(found.size(), size));
        String next = found.size() > size ? Cursor.of(row(shown.getLast())) : null;
        return new ItemPage(shown.stream().map(job -> JobView.of(job, links)).toList(), next);
    }

    private static int row(Job job) {
        return Objects.requireNonNull(job.item(), "an item has a row").row();
    }

    /** The row after which the page begins; empty when the text is no cursor of ours. */
    public static Optional<Integer> readCursor(String cursor) {
        return Cursor.read(cursor)
                .filter(text -> !text.isEmpty() && text.length() <= MOST_DIGITS)
                .filter(text -> text.chars().allMatch(c -> c >= '0' && c <= '9'))
                .map(Integer::valueOf);
    }
}
