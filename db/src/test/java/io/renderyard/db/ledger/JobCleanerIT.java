package io.renderyard.db.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.db.Race;
import io.renderyard.db.TestLedger;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactReader;
import io.renderyard.kernel.event.DeliveryLedger;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.image.ImageLedger;
import io.renderyard.kernel.image.NewImage;
import io.renderyard.kernel.image.Rendition;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobCanceller;
import io.renderyard.kernel.job.JobCleaner;
import io.renderyard.kernel.job.JobCleaner.Cleaning;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.job.ReceiptReader;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.job.Webhook;
import io.renderyard.kernel.painting.PaintingLedger;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.retention.ArtifactCollection;
import io.renderyard.kernel.retention.Retention;
import io.renderyard.kernel.tenant.TenantId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JobCleanerIT {
    private static final URI HOOK = URI.create("https://receiver.example/hook");
    private static final RenderSpec CARD = TestLedger.spec(new Source.Html("<p>a card"));

    private final TestLedger ledger = TestLedger.shared();
    private final JobCleaner cleaner = ledger.part(JobCleaner.class);
    private final AttemptLedger attempts = ledger.part(AttemptLedger.class);
    private final ArtifactCollection collection = ledger.part(ArtifactCollection.class);
    private final TenantId tenant = ledger.tenant();

    private Job accepted() {
        return ledger.accepted(TestLedger.submission(tenant));
    }

    private Job shared() {
        return ledger.accepted(TestLedger.submission(tenant, CARD, Variables.NONE, Reuse.UNLIMITED));
    }

    private Job drawn() {
        Job job = accepted();
        var unused = ledger.drawn(job);
        return job;
    }

    private Cleaning clean(JobId job) {
        return cleaner.clean(tenant, job);
    }

    private Artifact found(Artifact artifact) {
        return ledger.part(ArtifactReader.class).find(artifact.id()).orElseThrow();
    }

    private EventId eventOf(JobId job) {
        return new EventId(ledger.one(UUID.class, "select id from event where job_id = ?", job.value()));
    }

    /** All text that the ledger's rows of a job hold. */
    private String traces() {
        return ledger.one(String.class, """
                select concat((select string_agg(job::text, '') from job),
                              (select string_agg(job_spec::text, '') from job_spec),
                              (select string_agg(attempt::text, '') from attempt),
                              (select string_agg(artifact::text, '') from artifact),
                              (select string_agg(painting_handle::text, '') from painting_handle))""");
    }

    @Test
    void nothingIsLeftButThatItWasThere() {
        Job job = accepted();
        Attempt attempt = ledger.claimed(job.id());
        assertThat(ledger.part(PaintingLedger.class).remember(attempt, "", "a-handle"))
                .isTrue();
        Artifact artifact = TestLedger.artifact(attempt);
        assertThat(attempts.succeed(attempt, artifact, TestLedger.RECEIPT)).isTrue();
        assertThat(traces()).contains("order", "viewport", "a-handle", "receiver.example", "A title");

        assertThat(clean(job.id())).isEqualTo(Cleaning.CLEANED);

        assertThat(traces()).doesNotContain("order", "viewport", "a-handle", "receiver.example", "A title");
        Job left = ledger.job(job.id());
        assertThat(left.outcome()).isEqualTo(new Job.Cleaned(JobState.SUCCEEDED));
        assertThat(left.metadata()).isEmpty();
        assertThat(left.finishedAt()).isNotNull();
        assertThat(ledger.part(ReceiptReader.class).find(tenant, job.id())).isEmpty();
        assertThat(found(artifact).isExpired()).isTrue();
        assertThat(collection.findExpired(9))
                .as("to be deleted at once")
                .extracting(Artifact::id)
                .containsExactly(artifact.id());
    }

    @Test
    void whatAFailureSaidIsWiped() {
        Attempt attempt = ledger.claimed(accepted().id());
        assertThat(attempts.fail(attempt, new Failure(FailureCode.PROMPT_REFUSED, "'a secret' is not allowed")))
                .isTrue();

        assertThat(clean(attempt.job())).isEqualTo(Cleaning.CLEANED);

        assertThat(ledger.job(attempt.job()).outcome()).isEqualTo(new Job.Cleaned(JobState.FAILED));
        assertThat(traces()).doesNotContain("a secret");
        assertThat(ledger.count("attempt where failure is not null")).isZero();
    }

    @Test
    void whatACancelSaidIsWiped() {
        Job job = accepted();
        var unused = ledger.part(JobCanceller.class).cancel(tenant, job.id(), "a secret");

        assertThat(clean(job.id())).isEqualTo(Cleaning.CLEANED);

        assertThat(ledger.job(job.id()).outcome()).isEqualTo(new Job.Cleaned(JobState.CANCELLED));
        assertThat(traces()).doesNotContain("a secret");
    }

    @Test
    void cleaningAgainChangesNothing() {
        Job job = drawn();
        assertThat(clean(job.id())).isEqualTo(Cleaning.CLEANED);
        String before = traces();

        assertThat(clean(job.id())).isEqualTo(Cleaning.CLEANED);

        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void aJobThatHasNotEndedIsLeftAlone() {
        Job waiting = accepted();
        assertThat(clean(waiting.id())).isEqualTo(Cleaning.IN_PROGRESS);
        Attempt attempt = ledger.claimed(waiting.id());
        assertThat(clean(waiting.id())).isEqualTo(Cleaning.IN_PROGRESS);

        assertThat(attempts.succeed(attempt, TestLedger.artifact(attempt), TestLedger.RECEIPT))
                .isTrue();
        assertThat(ledger.job(waiting.id()).metadata()).isNotEmpty();
    }

    @Test
    void othersCleanNothing() {
        Job job = drawn();

        assertThat(cleaner.clean(ledger.tenant(), job.id())).isEqualTo(Cleaning.NOT_FOUND);
        assertThat(clean(new JobId(UUID.randomUUID()))).isEqualTo(Cleaning.NOT_FOUND);

        assertThat(ledger.job(job.id()).outcome()).isInstanceOf(Job.Succeeded.class);
    }

    @Test
    void anImagesJobIsCleanedWithItsImageAlone() {
        ImageLedger images = ledger.part(ImageLedger.class);
        Job job = accepted();
        images.record(new NewImage(images.next(), tenant, "{}", null, null), Rendition.RASTER, job.id());
        Artifact artifact = ledger.drawn(job);

        assertThat(clean(job.id())).isEqualTo(Cleaning.NOT_FOUND);

        assertThat(found(artifact).isExpired()).isFalse();
        assertThat(ledger.job(job.id()).outcome()).isEqualTo(new Job.Succeeded(artifact));
    }

    @Test
    void aPictureThatAnotherJobShowsStaysUntilThatOneIsCleaned() {
        Job first = shared();
        Artifact artifact = ledger.drawn(first);
        Job second = shared();

        assertThat(clean(first.id())).isEqualTo(Cleaning.CLEANED);
        assertThat(found(artifact).isExpired()).isFalse();
        assertThat(ledger.part(ReceiptReader.class).find(tenant, second.id())).isPresent();

        assertThat(clean(second.id())).isEqualTo(Cleaning.CLEANED);
        assertThat(found(artifact).isExpired()).isTrue();
    }

    @Test
    void aPictureThatIsCleanedIsNotGivenToAnybody() {
        Job first = shared();
        var unused = ledger.drawn(first);
        assertThat(clean(first.id())).isEqualTo(Cleaning.CLEANED);

        assertThat(shared().state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    void ofTwoWhoCleanWhatTheyShareOneTakesThePicture() throws Exception {
        try (Race race = new Race()) {
            for (int round = 0; round < 10; round++) {
                Job first = shared();
                Artifact artifact = ledger.drawn(first);
                Job second = shared();

                assertThat(race.run(List.of(() -> clean(first.id()), () -> clean(second.id()))))
                        .containsOnly(Cleaning.CLEANED);
                assertThat(found(artifact).isExpired()).isTrue();
            }
        }
    }

    /** Nobody has told it yet. */
    @Test
    void whoeverFollowsHasItsEndFirst() {
        Job leader = shared();
        Job follower = shared();
        ledger.jdbc().sql("update job set followed = false").update();
        Attempt attempt = ledger.claimed(leader.id());
        Failure failure = new Failure(FailureCode.PROMPT_REFUSED, "not that");
        assertThat(attempts.fail(attempt, failure)).isTrue();

        assertThat(clean(leader.id())).isEqualTo(Cleaning.CLEANED);

        assertThat(ledger.job(follower.id()).outcome()).isEqualTo(new Job.Failed(failure));
    }

    @Test
    void whatWasWrittenForAWebhookBeforeStays() {
        DeliveryLedger deliveries = ledger.part(DeliveryLedger.class);
        Job job = drawn();
        deliveries.fanOut(eventOf(job.id()), List.of(new DeliveryLedger.ToWebhook(new Webhook(HOOK), "{\"all\":1}")));

        assertThat(clean(job.id())).isEqualTo(Cleaning.CLEANED);

        assertThat(deliveries.claimDue(Duration.ofMinutes(1), 9))
                .singleElement()
                .satisfies(delivery -> {
                    assertThat(delivery.body()).isEqualTo("{\"all\":1}");
                    assertThat(delivery.url()).isEqualTo(HOOK);
                });
    }

    @Test
    void whoeverWasNotToldYetIsNotTold() {
        DeliveryLedger deliveries = ledger.part(DeliveryLedger.class);
        Job job = drawn();
        EventId event = eventOf(job.id());

        assertThat(clean(job.id())).isEqualTo(Cleaning.CLEANED);

        assertThat(deliveries.findUndelivered(event)).isEmpty();
        assertThat(deliveries.findForgotten(Duration.ofSeconds(-1), 9)).isEmpty();
    }

    @Test
    void chargesStay() {
        Attempt attempt =
                ledger.claimed(ledger.accepted(TestLedger.painted(tenant)).id());
        assertThat(ledger.part(PaintingLedger.class).reserve(attempt, tenant, "a-model", BigDecimal.TWO, null))
                .isTrue();
        assertThat(attempts.succeed(attempt, TestLedger.artifact(attempt, "a-provider", "2"), TestLedger.RECEIPT))
                .isTrue();

        assertThat(clean(attempt.job())).isEqualTo(Cleaning.CLEANED);

        assertThat(ledger.count("painting where charged_at is not null")).isOne();
    }

    @Test
    void itGoesWithTheOthersInItsTime() {
        Job job = drawn();
        assertThat(clean(job.id())).isEqualTo(Cleaning.CLEANED);
        collection.deleted(collection.findExpired(9).stream().map(Artifact::id).toList());
        ledger.jdbc().sql("delete from event").update();
        ledger.jdbc()
                .sql("update job set finished_at = finished_at - interval '2 days'")
                .update();
        ledger.jdbc()
                .sql("update artifact set kept_since = kept_since - interval '2 days'")
                .update();

        Retention retention = ledger.part(Retention.class);
        assertThat(retention.deleteJobs(Duration.ofDays(1))).isOne();
        assertThat(retention.deleteArtifacts()).isOne();
    }
}
