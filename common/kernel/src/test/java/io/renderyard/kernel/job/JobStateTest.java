package io.renderyard.kernel.job;

import static io.renderyard.kernel.job.JobState.CANCELLED;
import static io.renderyard.kernel.job.JobState.FAILED;
import static io.renderyard.kernel.job.JobState.QUEUED;
import static io.renderyard.kernel.job.JobState.RUNNING;
import static io.renderyard.kernel.job.JobState.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobStateTest {
    /** Written by hand a second time, so that a slip in the table does not pass. */
    private static final Map<JobState, Set<JobState>> ALLOWED = Map.of(
            QUEUED, EnumSet.of(RUNNING, SUCCEEDED, FAILED, CANCELLED),
            RUNNING, EnumSet.of(QUEUED, SUCCEEDED, FAILED, CANCELLED),
            SUCCEEDED, Set.of(),
            FAILED, Set.of(),
            CANCELLED, Set.of());

    @ParameterizedTest
    @EnumSource
    void eachOfTheTwentyFivePairsIsAllowedOrRefusedAsDesigned(JobState from) {
        for (JobState to : JobState.values()) {
            assertThat(from.mayBecome(to))
                    .as("%s to %s", from, to)
                    .isEqualTo(allowed(from).contains(to));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStateIsTerminalExactlyWhenNothingLeadsOut(JobState state) {
        assertThat(state.isTerminal()).isEqualTo(allowed(state).isEmpty());
    }

    private static Set<JobState> allowed(JobState from) {
        return ALLOWED.getOrDefault(from, Set.of());
    }
}
