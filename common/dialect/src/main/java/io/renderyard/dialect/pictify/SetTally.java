package io.renderyard.dialect.pictify;

import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.Tally;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobState;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What became of a batch's sets of values, each counted once, in however many layouts it is rendered.
 *
 * @param completed all its layouts are there
 * @param failed one of them failed
 * @param cancelled one of them was called off, and none failed
 */
record SetTally(int total, int completed, int failed, int cancelled) {
    private static final Set<JobState> OPEN = EnumSet.of(JobState.QUEUED, JobState.RUNNING);

    /** @param items asked for only where the batch's own tally counts something else */
    static SetTally of(Batch batch, Supplier<List<Job>> items) {
        Tally rows = batch.tally();
        return BatchNotes.sets(batch) == rows.total()
                ? new SetTally(rows.total(), rows.succeeded(), rows.failed(), rows.cancelled())
                : of(items.get());
    }

    static SetTally of(List<Job> items) {
        Map<Integer, Set<JobState>> sets = new TreeMap<>();
        items.forEach(item -> sets.computeIfAbsent(BatchNotes.index(item), index -> EnumSet.noneOf(JobState.class))
                .add(item.state()));
        int completed = 0;
        int failed = 0;
        int cancelled = 0;
        for (Set<JobState> states : sets.values()) {
            if (states.contains(JobState.FAILED)) {
                failed++;
            } else if (states.stream().anyMatch(OPEN::contains)) {
                continue;
            } else if (states.contains(JobState.CANCELLED)) {
                cancelled++;
            } else {
                completed++;
            }
        }
        return new SetTally(sets.size(), completed, failed, cancelled);
    }
}
