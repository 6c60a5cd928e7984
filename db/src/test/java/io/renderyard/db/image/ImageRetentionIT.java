package io.renderyard.db.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.db.TestLedger;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.image.ImageId;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Job;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An image has no age. */
class ImageRetentionIT {
    private final TestImages test = new TestImages();
    private final TestLedger ledger = test.ledger;

    @Test
    void whatWasDrawnAfterItWasRecordedIsKept() {
        Job job = test.job();
        ImageId id = test.recorded(job);
        Artifact artifact = ledger.drawn(job);

        assertKeptUntilDeleted(id, job, artifact);
    }

    @Test
    void whatWasDrawnBeforeItWasRecordedIsKept() {
        Job job = test.job();
        Artifact artifact = ledger.drawn(job);
        ImageId id = test.recorded(job);

        assertKeptUntilDeleted(id, job, artifact);
    }

    private void assertKeptUntilDeleted(ImageId id, Job job, Artifact artifact) {
        Job other = test.job();
        Artifact ordinary = ledger.drawn(other);
        test.monthsPass();

        assertThat(test.retained()).as("another job and its picture").isEqualTo(2);
        assertThat(test.found(ordinary).isExpired()).isTrue();
        assertThat(test.found(artifact).isExpired()).isFalse();
        assertThat(ledger.job(job.id()).outcome()).isEqualTo(new Job.Succeeded(artifact));

        test.images.delete(test.tenant, Set.of(id));
        assertThat(test.found(artifact).isExpired()).isTrue();
        assertThat(test.retained()).as("its job").isOne();
        assertThat(ledger.count("job")).isZero();
    }

    @Test
    void aJobThatFailedGoesInItsTimeAndTheImageStays() {
        Job job = test.job();
        ImageId id = test.recorded(job);
        assertThat(ledger.part(AttemptLedger.class)
                        .fail(ledger.claimed(job.id()), new Failure(FailureCode.SELECTOR_NOT_FOUND, "nothing matched")))
                .isTrue();
        test.monthsPass();

        assertThat(test.retained()).isOne();
        assertThat(test.images.findDefinition(id)).isPresent();
    }
}
