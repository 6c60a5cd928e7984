package io.renderyard.dialect.yard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Jobs, newest first.
 *
 * @param nextCursor to be sent back as {@code cursor} for the page after this one; missing on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobPage(List<JobView> jobs, @Nullable String nextCursor) {
    public static final int SIZE = 50;

    /** @param found up to one more than {@link #SIZE}, which shows that there is another page */
    public static JobPage of(List<Job> found, ApiLinks links) {
        List<Job> shown = found.subList(0, Math.min(found.size(), SIZE));
        String next = found.size() > SIZE ? Cursor.of(shown.getLast().id()) : null;
        return new JobPage(shown.stream().map(job -> JobView.of(job, links)).toList(), next);
    }

    /** The job after which the page begins; empty when the text is no cursor of ours. */
    public static Optional<JobId> readCursor(String cursor) {
        return Cursor.read(cursor).flatMap(JobId::parse);
    }
}
