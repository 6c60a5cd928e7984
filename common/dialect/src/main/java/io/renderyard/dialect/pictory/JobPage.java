package io.renderyard.dialect.pictory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.kernel.job.Job;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Jobs of every kind, newest first; contract {@code pictory.md}, section 6.
 *
 * @param items each with its id under both of the names that the vendor documents
 * @param nextPageKey null on the last page
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record JobPage(List<PictoryJob> items, @Nullable String nextPageKey) {
    /** @param found up to one more than {@link PageKey#SIZE}, which shows that there is another page */
    public static JobPage of(List<Job> found, ApiLinks links) {
        return new JobPage(
                PageKey.shown(found).stream()
                        .map(job -> PictoryJob.of(job, links).named())
                        .toList(),
                PageKey.next(found, Job::id));
    }
}
