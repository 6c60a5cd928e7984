package io.renderyard.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Progress;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.prompt.Painting;
import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.render.Picture;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.Source;
import io.renderyard.worker.WorkerSettings;
import io.renderyard.worker.developing.Darkroom;
import io.renderyard.worker.painting.PlayedModels;
import io.renderyard.worker.painting.PlayedPainter;
import io.renderyard.worker.painting.PlayedPaintingLedger;
import io.renderyard.worker.rendering.Exposure;
import io.renderyard.worker.rendering.RenderException;
import io.renderyard.worker.rendering.Renderer;
import io.renderyard.worker.rendering.Rendering;
import io.renderyard.worker.unhurried.Foreground;
import io.renderyard.worker.unhurried.Unhurried;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.util.unit.DataSize;

class AttemptRunnerTest {
    static final Rendering PICTURE = new Rendering(
            new Exposure.Finished(new Picture(
                    "abc".getBytes(StandardCharsets.US_ASCII), new PictureFormat.Png(), new Extent.Still(20, 10))),
            new Receipt(
                    "", "about:blank", null, List.of(), List.of(), List.of(), List.of(), "Chrome/156", "", Set.of()));

    private final PlayedLedger ledger = new PlayedLedger();
    private final PlayedStore store = new PlayedStore();
    private final AttemptLedger.Claim claim = PlayedLedger.claimOf(new JobId(UUID.randomUUID()));
    private final HeldLease lease = new HeldLease(claim.attempt(), System.nanoTime(), Thread.currentThread());

    @Test
    void aDrawnPictureIsStoredThenRecorded() throws InterruptedException {
        run((spec, atMost, progress) -> PICTURE);

        assertThat(ledger.writes()).containsExactly("succeed");
        assertThat(store.size()).isOne();
        assertThat(ledger.artifact())
                .isNotNull()
                .satisfies(artifact -> assertThat(artifact)
                        .isEqualTo(new Artifact(
                                artifact.id(),
                                claim.attempt().artifactKey("png"),
                                "image/png",
                                3,
                                new Extent.Still(20, 10),
                                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")));
    }

    @Test
    void aFailureToDrawIsRecordedAsItIs() throws InterruptedException {
        run((spec, atMost, progress) -> {
            throw new RenderException(FailureCode.SELECTOR_NOT_FOUND, "'#a' matched nothing");
        });

        assertThat(ledger.writes()).containsExactly("fail selector_not_found");
    }

    @Test
    void aFullDiskIsTheFarmsFailure() throws InterruptedException {
        store.fill();

        run((spec, atMost, progress) -> PICTURE);

        assertThat(ledger.writes()).containsExactly("fail storage");
    }

    @Test
    void aDefectOfTheStoreIsTheFarmsFailure() throws InterruptedException {
        store.smash();

        run((spec, atMost, progress) -> PICTURE);

        assertThat(ledger.writes()).containsExactly("fail storage");
    }

    @Test
    void aDefectIsTheFarmsFailure() throws InterruptedException {
        run((spec, atMost, progress) -> {
            throw new IllegalStateException("a defect");
        });

        assertThat(ledger.writes()).containsExactly("fail internal");
    }

    @Test
    void withoutTrustInTheLeaseNothingIsRecordedAndTheBytesGo() throws InterruptedException {
        lease.renewed(System.nanoTime() - HeldLease.TRUST.toNanos());

        run((spec, atMost, progress) -> PICTURE);
        run((spec, atMost, progress) -> {
            throw new RenderException(FailureCode.TIMEOUT, "not ready");
        });

        assertThat(ledger.writes()).isEmpty();
        assertThat(store.size()).isZero();
    }

    @Test
    void whoIsFencedOffLeavesNoBytes() throws InterruptedException {
        ledger.fence();

        run((spec, atMost, progress) -> PICTURE);

        assertThat(ledger.artifact()).isNull();
        assertThat(store.size()).isZero();
    }

    @Test
    void whoIsInterruptedWritesNothing() {
        assertThatThrownBy(() -> run((spec, atMost, progress) -> {
                    throw new InterruptedException();
                }))
                .isInstanceOf(InterruptedException.class);

        assertThat(ledger.writes()).isEmpty();
    }

    @Test
    void aPictureOfALostLeaseIsNeitherRecordedNorKept() {
        drawWhileTheLeaseIsLost();

        assertThat(ledger.writes()).isEmpty();
        assertThat(store.size()).isZero();
    }

    @Test
    void aFailureOfALostLeaseIsNotRecorded() {
        store.fill();

        drawWhileTheLeaseIsLost();

        assertThat(ledger.writes()).isEmpty();
    }

    /** It may have been written all the same: then somebody reads them. */
    @Test
    void whileTheLedgerIsAwayTheBytesStay() {
        ledger.goAway();

        assertThatThrownBy(() -> run((spec, atMost, progress) -> PICTURE)).isInstanceOf(DataAccessException.class);

        assertThat(store.size()).isOne();
    }

    @Test
    void theRendererIsGivenTheSpecAndTheTime() throws InterruptedException {
        run((spec, atMost, progress) -> {
            assertThat(spec).isEqualTo(claim.spec());
            assertThat(atMost).isEqualTo(Duration.ofSeconds(30));
            return PICTURE;
        });

        assertThat(ledger.writes()).containsExactly("succeed");
    }

    @Test
    void aPromptIsPaintedWithItsPlacesFilledAndNeedsNoBrowser() throws InterruptedException {
        AttemptLedger.Claim painted = claim(
                new Source.Painted(PlayedPrompts.prompt("a {{colour}} boat")), new Variables(Map.of("colour", "red")));
        List<String> asked = new ArrayList<>();
        PlayedModels models =
                PlayedPainter.models().gives(PlayedPrompts.png(32, 32)).words(asked::add);

        run(painted, models, (spec, atMost, progress) -> {
            throw new AssertionError("a model needs no browser");
        });

        assertThat(asked).containsExactly("a red boat");
        assertThat(ledger.writes()).containsExactly("succeed");
        assertThat(ledger.artifact()).isNotNull().satisfies(artifact -> {
            assertThat(artifact.contentType()).isEqualTo("image/png");
            assertThat(artifact.extent()).isEqualTo(new Extent.Still(32, 32));
            assertThat(artifact.painting()).isEqualTo(new Painting("fal", new BigDecimal("0.6")));
        });
        assertThat(ledger.receipt())
                .isNotNull()
                .satisfies(receipt -> assertThat(receipt.paintings()).hasSize(1));
    }

    @Test
    void aPaintedPictureThatIsNoneIsTheProvidersFailure() throws InterruptedException {
        run(
                claim(new Source.Painted(PlayedPrompts.prompt("a boat")), Variables.NONE),
                PlayedPainter.models().gives(new byte[] {1, 2, 3}),
                (spec, atMost, progress) -> PICTURE);

        assertThat(ledger.writes()).containsExactly("fail model_failed");
    }

    @Test
    void picturesInAPageArePaintedBeforeItIsDrawn() throws InterruptedException {
        AttemptLedger.Claim card = claim(
                new Source.Html("<img src='{{bg}}'>{{title}}"),
                new Variables(Map.of("title", "Boats"), Map.of("bg", PlayedPrompts.prompt("{{title}} at sea"))));
        List<String> order = new ArrayList<>();
        PlayedModels models =
                PlayedPainter.models().gives(PlayedPrompts.png(32, 32)).words(order::add);

        run(card, models, (spec, atMost, progress) -> {
            order.add(((Source.Html) spec.source()).markup().substring(0, 43));
            return PICTURE;
        });

        assertThat(order).containsExactly("Boats at sea", "<img src='data:image/png;base64,iVBORw0KGgo");
        assertThat(ledger.artifact())
                .isNotNull()
                .satisfies(artifact ->
                        assertThat(artifact.painting()).isEqualTo(new Painting("fal", new BigDecimal("0.6"))));
        assertThat(ledger.receipt()).isNotNull().satisfies(receipt -> {
            assertThat(receipt.browser()).isEqualTo("Chrome/156");
            assertThat(receipt.paintings()).extracting(Receipt.Painted::picture).containsExactly("bg");
        });
    }

    /** Then the attempt is repeated, which a failure of ours would count against the job. */
    @Test
    void aLedgerThatIsAwayWhileCreditsAreSetAsideIsNoDefect() {
        PlayedModels models = PlayedPainter.models().words(words -> {
            throw new DataAccessResourceFailureException("the ledger is away");
        });

        assertThatThrownBy(() -> run(
                        claim(new Source.Painted(PlayedPrompts.prompt("a boat")), Variables.NONE),
                        models,
                        (spec, atMost, progress) -> PICTURE))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void howFarTheRendererIsTravelsWithTheLease() throws InterruptedException {
        run((spec, atMost, progress) -> {
            progress.progressed(3, 30);
            return PICTURE;
        });

        assertThat(lease.renewal().progress()).isEqualTo(new Progress(3, 30));
    }

    private void drawWhileTheLeaseIsLost() {
        assertThatThrownBy(() -> run((spec, atMost, progress) -> {
                    assertThat(lease.lose()).isTrue();
                    return PICTURE;
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    private AttemptLedger.Claim claim(Source source, Variables variables) {
        return new AttemptLedger.Claim(
                claim.attempt(), claim.tenant(), claim.spec().with(source), variables);
    }

    private void run(AttemptLedger.Claim of, PlayedModels models, Renderer renderer) throws InterruptedException {
        AttemptRunner runner = runner(ledger, renderer, store, Duration.ZERO, new Slots(1, 2), models);
        runner.complete(of.attempt(), lease, runner.render(Lane.PROMPT, of, lease));
    }

    private void run(Renderer renderer) throws InterruptedException {
        AttemptRunner runner = runner(ledger, renderer, store, Duration.ZERO);
        runner.complete(claim.attempt(), lease, runner.render(Lane.INTERACTIVE, claim, lease));
    }

    static AttemptRunner runner(PlayedLedger ledger, Renderer renderer, PlayedStore store, Duration drain) {
        return runner(ledger, renderer, store, drain, new Slots(1, 2));
    }

    static AttemptRunner runner(
            PlayedLedger ledger, Renderer renderer, PlayedStore store, Duration drain, Slots slots) {
        return runner(ledger, renderer, store, drain, slots, PlayedPainter.models());
    }

    static AttemptRunner runner(
            PlayedLedger ledger,
            Renderer renderer,
            PlayedStore store,
            Duration drain,
            Slots slots,
            PlayedModels models) {
        return new AttemptRunner(
                ledger,
                renderer,
                new InTurn(renderer, slots, PlayedPrompts.SETTINGS),
                PlayedPainter.painter(models, new PlayedPaintingLedger(), settings(drain), PlayedPrompts.SETTINGS),
                Darkroom.in(Path.of(System.getProperty("java.io.tmpdir"))),
                new PictureStorage(store, new SecureRandom()),
                new Unhurried(new Foreground()),
                settings(drain),
                new SimpleMeterRegistry());
    }

    static WorkerSettings settings(Duration drain) {
        DataSize memory = DataSize.ofGigabytes(1);
        WorkerSettings.Browser browser = new WorkerSettings.Browser(
                null, null, "nobody", null, memory, 1_000, drain, 2_000, memory, memory, Duration.ofHours(1), 100);
        return new WorkerSettings("a worker", 1, 600, Duration.ofSeconds(30), drain, null, null, browser);
    }
}
