package io.renderyard.gateway.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.gateway.GatewaySettings;
import io.renderyard.gateway.submission.PlayedSubmissions;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.artifact.ArtifactKey;
import io.renderyard.kernel.image.Image;
import io.renderyard.kernel.image.ImageId;
import io.renderyard.kernel.image.Rendition;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Viewport;
import io.renderyard.kernel.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ImagesTest {
    static final TenantId TENANT = new TenantId(new UUID(0, 1));
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private static final Artifact KEPT = artifact(null);
    private static final Artifact EXPIRED = artifact(NOW.minusSeconds(60));
    private static final Job.Failed FAILED =
            new Job.Failed(new Failure(FailureCode.SELECTOR_NOT_FOUND, "Nothing matches."));

    private final PlayedLedger ledger = new PlayedLedger();
    private final Images images = new Images(
            ledger,
            PlayedSubmissions.over(ledger, ledger),
            ledger,
            () -> NOW,
            new GatewaySettings(
                    DataSize.ofMegabytes(1),
                    null,
                    new GatewaySettings.Transforms(
                            DataSize.ofMegabytes(1), 1, Duration.ofSeconds(1), 1_000, DataSize.ofMegabytes(1)),
                    new GatewaySettings.Images(Duration.ofMillis(20), GatewaySettings.SignedAnswer.REDIRECT),
                    new GatewaySettings.TemplateBatches(10)));

    private Drawn draw(boolean once) throws InterruptedException {
        Image image = new Image(new ImageId(new UUID(1, 1)), TENANT, NOW.minusSeconds(3_600), false);
        return images.draw(image, Rendition.RASTER, () -> once, ImagesTest::submission);
    }

    @Test
    void whatIsDrawnIsTheAnswer() throws InterruptedException {
        ledger.draws(Rendition.RASTER, new Job.Succeeded(KEPT), NOW.minusSeconds(5));

        assertThat(draw(false)).isEqualTo(new Drawn.Ready(KEPT, NOW.minusSeconds(5)));
        assertThat(ledger.keys).isEmpty();
    }

    @Test
    void whatIsBeingDrawnIsWaitedForAndNotDrawnTwice() throws InterruptedException {
        ledger.draws(Rendition.RASTER, new Job.Queued(NOW), null);

        assertThat(draw(false)).isEqualTo(new Drawn.Late());
        assertThat(ledger.keys).isEmpty();
    }

    @Test
    void whatWasNeverDrawnIsDrawnNow() throws InterruptedException {
        ledger.draws(Rendition.DOCUMENT, new Job.Succeeded(KEPT), NOW);
        ledger.next(new Job.Succeeded(KEPT));

        assertThat(draw(true)).isEqualTo(new Drawn.Ready(KEPT, NOW));
        assertThat(ledger.keys).hasSize(1);
    }

    @Test
    void aPictureThatIsNoLongerKeptIsDrawnAnew() throws InterruptedException {
        ledger.draws(Rendition.RASTER, new Job.Succeeded(EXPIRED), NOW.minusSeconds(100));
        ledger.next(new Job.Succeeded(KEPT));

        assertThat(draw(false)).isInstanceOf(Drawn.Ready.class);
    }

    @Test
    void aPictureWhoseJobIsForgottenIsDrawnAnew() throws InterruptedException {
        ledger.draws(Rendition.RASTER, new Job.Succeeded(KEPT), NOW);
        ledger.forgetJobs();
        ledger.next(new Job.Succeeded(KEPT));

        assertThat(draw(false)).isInstanceOf(Drawn.Ready.class);
        assertThat(ledger.keys).hasSize(1);
    }

    @Test
    void whatIsToBeDrawnOnceIsNotDrawnAgain() throws InterruptedException {
        ledger.draws(Rendition.RASTER, new Job.Succeeded(EXPIRED), NOW.minusSeconds(100));

        assertThat(draw(true)).isEqualTo(new Drawn.Lost());
        assertThat(ledger.keys).isEmpty();
    }

    @Test
    void aFailureThatDrewNothingDoesNotCountAsOnce() throws InterruptedException {
        ledger.draws(Rendition.RASTER, FAILED, NOW.minusSeconds(11));
        ledger.next(new Job.Succeeded(KEPT));

        assertThat(draw(true)).isInstanceOf(Drawn.Ready.class);
    }

    @Test
    void aYoungFailureIsTheAnswerForAllWhoAsk() throws InterruptedException {
        ledger.draws(Rendition.RASTER, FAILED, NOW.minusSeconds(4));

        assertThat(draw(false)).isEqualTo(new Drawn.Failed(FAILED.failure(), Duration.ofSeconds(6)));
        assertThat(ledger.keys).isEmpty();
    }

    @Test
    void afterARestAFailureIsTriedAgain() throws InterruptedException {
        ledger.draws(Rendition.RASTER, FAILED, NOW.minusSeconds(10));
        ledger.next(FAILED);

        assertThat(draw(false)).isEqualTo(new Drawn.Failed(FAILED.failure(), Duration.ofSeconds(10)));
        assertThat(ledger.keys).hasSize(1);
    }

    @Test
    void aJobThatWasCalledOffIsDrawnByTheNextOneWhoAsks() throws InterruptedException {
        ledger.draws(Rendition.RASTER, new Job.Cancelled("by its owner"), NOW);
        ledger.next(new Job.Cancelled("again"));

        assertThat(draw(false)).isEqualTo(new Drawn.CalledOff());
        assertThat(ledger.keys).hasSize(1);
    }

    @Test
    void allWhoAskForTheSamePictureAskUnderTheSameKeyUntilItIsDrawn() throws InterruptedException {
        Drawn first = draw(false);
        ledger.forgetJobs();
        Drawn second = draw(false);
        Drawn third = draw(false);

        assertThat(first).isEqualTo(second).isEqualTo(third).isEqualTo(new Drawn.Late());
        assertThat(ledger.keys).hasSize(2).doesNotHaveDuplicates();
        assertThat(ledger.keys).allMatch(key -> key.value().contains(" "));
    }

    private static Submission submission() {
        return new Submission(
                TENANT,
                RenderSpec.plain(new Source.Html("x"), new Viewport(10, 10, 1), new PictureFormat.Png()),
                Variables.NONE,
                Lane.INTERACTIVE,
                null,
                Map.of(),
                Reuse.NONE);
    }

    private static Artifact artifact(@Nullable Instant expiredAt) {
        return new Artifact(
                new ArtifactId("a".repeat(26)),
                new ArtifactKey("a/b.png"),
                "image/png",
                1,
                new Extent.Still(1, 1),
                "0".repeat(64),
                null,
                expiredAt);
    }
}
