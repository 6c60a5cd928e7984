package io.renderyard.db.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.renderyard.db.TestLedger;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.artifact.ArtifactReader;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobCanceller;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobReader;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.job.Progress;
import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JobReaderIT {
    private final TestLedger ledger = TestLedger.shared();
    private final JobReader reader = ledger.part(JobReader.class);
    private final AttemptLedger attempts = ledger.part(AttemptLedger.class);
    private final TenantId tenant = ledger.tenant();

    static Stream<Extent> extents() {
        return Stream.of(
                new Extent.Still(1200, 630),
                new Extent.Moving(600, 315, 30, Duration.ofMillis(2_000)),
                new Extent.Paged(595, 842, 3));
    }

    @ParameterizedTest
    @MethodSource("extents")
    void aSucceededJobShowsItsArtifactAsItWasWritten(Extent extent) {
        Attempt attempt = ledger.claimed(queued());
        Artifact artifact = new Artifact(
                new ArtifactId("a".repeat(26)),
                attempt.artifactKey("png"),
                "image/png",
                1L << 40,
                extent,
                "ab".repeat(32));

        attempts.succeed(attempt, artifact, TestLedger.RECEIPT);

        assertThat(find(attempt.job()).outcome()).isEqualTo(new Job.Succeeded(artifact));
        assertThat(ledger.part(ArtifactReader.class).find(artifact.id())).contains(artifact);
    }

    @Test
    void aWaitingJobShowsNoTimesOfARun() {
        Job job = find(queued());

        assertThat(job.outcome()).isInstanceOf(Job.Queued.class);
        assertThat(job.startedAt()).isNull();
        assertThat(job.finishedAt()).isNull();
        assertThat(job.metadata()).containsExactly(Map.entry("order", "7"));
    }

    @Test
    void aRunningJobShowsItsAttemptAndHowFarItIs() {
        Attempt attempt = ledger.claimed(queued());
        assertThat(find(attempt.job()).outcome()).isEqualTo(new Job.Running(attempt, null));

        attempts.renew(List.of(new AttemptLedger.Renewal(attempt, new Progress(3, 30))));

        assertThat(find(attempt.job()).outcome()).isEqualTo(new Job.Running(attempt, new Progress(3, 30)));
        assertThat(find(attempt.job()).startedAt()).isNotNull();
    }

    @Test
    void aFailedJobShowsWhy() {
        Attempt attempt = ledger.claimed(queued());
        Failure failure = new Failure(FailureCode.SELECTOR_NOT_FOUND, "'#a' matched nothing");

        attempts.fail(attempt, failure);

        assertThat(find(attempt.job()).outcome()).isEqualTo(new Job.Failed(failure));
        assertThat(find(attempt.job()).finishedAt()).isNotNull();
    }

    @Test
    void aPageShowsTheNewestFirstAndGoesOnBeforeAnyOfThem() {
        JobId first = queued();
        JobId second = queued();
        JobId third = queued();
        ledger.accepted();

        assertThat(reader.page(tenant, null, null, 2)).extracting(Job::id).containsExactly(third, second);
        assertThat(reader.page(tenant, null, second, 2)).extracting(Job::id).containsExactly(first);
    }

    @Test
    void aPageMayShowOneStateOnly() {
        JobId waiting = queued();
        JobId cancelled = queued();
        ledger.part(JobCanceller.class).cancel(tenant, cancelled, "as asked");

        assertThat(reader.page(tenant, JobState.CANCELLED, null, 9))
                .extracting(Job::id, Job::outcome)
                .containsExactly(tuple(cancelled, new Job.Cancelled("as asked")));
        assertThat(reader.page(tenant, JobState.QUEUED, cancelled, 9))
                .extracting(Job::id)
                .containsExactly(waiting);
    }

    @Test
    void anotherTenantsJobIsNotThere() {
        JobId job = queued();

        assertThat(reader.find(ledger.tenant(), job)).isEmpty();
    }

    private JobId queued() {
        return ledger.accepted(TestLedger.submission(tenant)).id();
    }

    private Job find(JobId job) {
        return reader.find(tenant, job).orElseThrow();
    }
}
