package io.renderyard.db.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.db.Race;
import io.renderyard.db.TestLedger;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.image.Image;
import io.renderyard.kernel.image.ImageId;
import io.renderyard.kernel.image.ImageLedger;
import io.renderyard.kernel.image.Rendition;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.retention.ArtifactCollection;
import io.renderyard.kernel.retention.Retention;
import io.renderyard.kernel.tenant.TenantId;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImageDeletionIT {
    private final TestImages test = new TestImages();
    private final TestLedger ledger = test.ledger;
    private final ImageLedger images = test.images;
    private final TenantId tenant = test.tenant;
    private final ArtifactCollection collection = ledger.part(ArtifactCollection.class);

    @Test
    void nothingIsLeftButThatItWasThere() {
        Job raster = test.job();
        ImageId id = test.recorded(raster);
        Job document = test.job();
        images.drawnBy(id, Rendition.DOCUMENT, document.id());
        Artifact pixels = ledger.drawn(raster);
        Artifact pages = ledger.drawn(document);

        assertThat(images.delete(tenant, Set.of(id))).containsExactly(id);

        Image left = images.find(id).orElseThrow();
        assertThat(left.deleted()).isTrue();
        assertThat(images.findDefinition(id)).isEmpty();
        assertThat(left.tenant()).isEqualTo(tenant);
        assertThat(images.drawing(id, Rendition.RASTER)).isEmpty();
        assertThat(images.drawing(id, Rendition.DOCUMENT)).isEmpty();
        assertThat(ledger.count("job_spec")).isZero();
        assertThat(test.found(pixels).isExpired()).isTrue();
        assertThat(collection.findExpired(9))
                .as("to be deleted at once")
                .extracting(Artifact::id)
                .containsExactlyInAnyOrder(pixels.id(), pages.id());
    }

    @Test
    void aJobThatWaitsIsCalledOff() {
        Job job = test.job();
        ImageId id = test.recorded(job);

        images.delete(tenant, Set.of(id));

        assertThat(ledger.job(job.id()).state()).isEqualTo(JobState.CANCELLED);
        assertThat(ledger.claimNext()).isEmpty();
        assertThat(ledger.count("job_spec")).isZero();
    }

    @Test
    void aJobThatIsUnderWayIsCalledOffAndLeavesNoPicture() {
        Job job = test.job();
        ImageId id = test.recorded(job);
        Attempt attempt = ledger.claimed(job.id());

        images.delete(tenant, Set.of(id));

        assertThat(ledger.job(job.id()).state()).isEqualTo(JobState.CANCELLED);
        assertThat(ledger.part(AttemptLedger.class).succeed(attempt, TestLedger.artifact(attempt), TestLedger.RECEIPT))
                .isFalse();
        assertThat(ledger.count("artifact")).isZero();
    }

    @Test
    void thoseThatThereAreOrWereAreTold() {
        ImageId id = test.recorded();
        ImageId kept = test.recorded();
        images.delete(tenant, Set.of(id));

        assertThat(images.delete(tenant, Set.of(id))).containsExactly(id);
        assertThat(images.delete(tenant, Set.of(images.next()))).isEmpty();
        assertThat(images.delete(tenant, Set.of())).isEmpty();
        assertThat(images.find(kept))
                .hasValueSatisfying(image -> assertThat(image.deleted()).isFalse());
    }

    @Test
    void deletingAgainChangesNothing() {
        ImageId id = test.recorded();
        images.delete(tenant, Set.of(id));
        String when = "select deleted_at::text from image";
        String before = ledger.one(String.class, when);

        images.delete(tenant, Set.of(id));

        assertThat(ledger.one(String.class, when)).isEqualTo(before);
    }

    @Test
    void othersDeleteNothing() {
        Job job = test.job();
        ImageId id = test.recorded(job);
        Artifact artifact = ledger.drawn(job);

        assertThat(images.delete(ledger.tenant(), Set.of(id))).isEmpty();

        assertThat(images.find(id))
                .hasValueSatisfying(image -> assertThat(image.deleted()).isFalse());
        assertThat(images.drawing(id, Rendition.RASTER)).contains(job.id());
        assertThat(test.found(artifact).isExpired()).isFalse();
    }

    @Test
    void anImageOfItsContentIsThereAgain() {
        Job old = test.job();
        images.record(test.ofContent(), Rendition.RASTER, old.id());
        ImageId id = test.content().id();
        test.age(id, "1 hour");
        images.delete(tenant, Set.of(id));
        Job job = test.job();

        images.record(test.ofContent(), Rendition.RASTER, job.id());

        assertThat(images.findDefinition(id)).contains(TestImages.DEFINITION);
        assertThat(images.find(id))
                .hasValueSatisfying(image ->
                        assertThat(image.createdAt()).isAfter(old.createdAt().minusSeconds(1)));
        assertThat(images.drawing(id, Rendition.RASTER)).contains(job.id());
        var unused = ledger.drawn(job);
        assertThat(test.isKept(job.id())).isTrue();
        assertThat(test.isKept(old.id())).isFalse();
    }

    @Test
    void itsJobAndItsPictureGoWithTheOthers() {
        Job job = test.job();
        ImageId id = test.recorded(job);
        Artifact artifact = ledger.drawn(job);
        images.delete(tenant, Set.of(id));
        collection.deleted(List.of(artifact.id()));
        test.monthsPass();

        Retention retention = ledger.part(Retention.class);
        assertThat(retention.deleteJobs(Duration.ofDays(1))).isOne();
        assertThat(retention.deleteArtifacts()).isOne();
        assertThat(ledger.count("image where deleted_at is not null")).isOne();
    }

    @Test
    void severalAreDeletedAtOnceInWhateverOrder() throws Exception {
        try (Race race = new Race()) {
            for (int round = 0; round < 5; round++) {
                List<ImageId> all = List.of(test.recorded(), test.recorded(), test.recorded(), test.recorded());
                race.run(List.of(
                        () -> images.delete(tenant, new LinkedHashSet<>(all)),
                        () -> images.delete(tenant, new LinkedHashSet<>(all.reversed()))));

                assertThat(images.page(tenant, null, 9)).isEmpty();
            }
        }
    }
}
