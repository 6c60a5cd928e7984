package io.renderyard.gateway.submission;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.renderyard.egress.EgressPolicy;
import io.renderyard.kernel.job.JobReader;
import io.renderyard.kernel.job.JobWaiter;
import io.renderyard.kernel.job.SubmissionLedger;
import java.util.List;

/** Submissions over a ledger that a test plays. Nothing ever changes while it is waited for. */
public final class PlayedSubmissions {
    private PlayedSubmissions() {}

    public static Submissions over(SubmissionLedger ledger, JobReader jobs) {
        return new Submissions(
                new EgressPolicy(List.of(), _ -> List.of()),
                ledger,
                new JobWaiter(jobs, _ -> () -> {}),
                new SimpleMeterRegistry());
    }
}
