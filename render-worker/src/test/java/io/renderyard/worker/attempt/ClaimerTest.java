package io.renderyard.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.renderyard.kernel.doorbell.JobListener.Heard;
import io.renderyard.kernel.doorbell.Ring;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.Lane;
import io.renderyard.worker.WorkerSettings;
import io.renderyard.worker.rendering.Renderer;
import io.renderyard.worker.rendering.Rendering;
import io.renderyard.worker.unhurried.Foreground;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.MDC;

/** One slot, so one place for all that is not heavy. */
@Timeout(30)
class ClaimerTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Renderer AT_ONCE = (spec, atMost, progress) -> AttemptRunnerTest.PICTURE;

    private final PlayedLedger ledger = new PlayedLedger();
    private final PlayedStore store = new PlayedStore();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<Consumer<JobId>> listeners = new ArrayList<>();
    private final LeaseKeeper keeper = new LeaseKeeper(ledger, listener -> {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    });
    private final ExecutorService hearers = Executors.newCachedThreadPool();
    private final Semaphore drawing = new Semaphore(0);
    private final CountDownLatch drawn = new CountDownLatch(1);
    private final Ring.JobReady ring = new Ring.JobReady(new JobId(UUID.randomUUID()), Lane.INTERACTIVE);

    @AfterEach
    void stop() {
        keeper.stop();
        hearers.shutdownNow();
    }

    @Test
    void aRingIsDealtWithWhenItsJobIsDrawn() throws InterruptedException {
        Claimer claimer = started(LONG, AT_ONCE);

        assertThat(claimer.hear(ring)).isEqualTo(Heard.DONE);

        assertThat(ledger.writes()).containsExactly("succeed");
    }

    @Test
    void aJobThatSomebodyElseHasIsDealtWith() throws InterruptedException {
        ledger.take();

        assertThat(started(LONG, AT_ONCE).hear(ring)).isEqualTo(Heard.DONE);
        assertThat(ledger.writes()).isEmpty();
    }

    @Test
    void aRingIsForSomebodyElseWhileTheLedgerIsAway() throws InterruptedException {
        ledger.goAway();

        assertThat(started(LONG, AT_ONCE).hear(ring)).isEqualTo(Heard.NOT_NOW);
    }

    @Test
    void aRingIsForSomebodyElseWhileNobodyIsFree() throws Exception {
        Claimer claimer = started(LONG, this::drawUntilDrawn);
        Future<Heard> first = drawingOf(claimer, ring);

        assertThat(claimer.hear(another())).isEqualTo(Heard.NOT_NOW);

        drawn.countDown();
        assertThat(first).succeedsWithin(LONG).isEqualTo(Heard.DONE);
        assertThat(claimer.hear(another())).isEqualTo(Heard.DONE);
    }

    @Test
    void whileHeavyWorkIsDrawnTheRestIsDrawnToo() throws Exception {
        Claimer claimer = started(LONG, this::drawUntilDrawn);
        Future<Heard> heavy = hearers.submit(() -> claimer.hear(another(Lane.HEAVY)));
        drawing.acquire();
        assertThat(claimer.hear(another(Lane.HEAVY))).isEqualTo(Heard.NOT_NOW);

        Future<Heard> light = hearers.submit(() -> claimer.hear(ring));

        assertThat(drawing.tryAcquire(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(heavy).isNotDone();
        drawn.countDown();
        assertThat(heavy).succeedsWithin(LONG).isEqualTo(Heard.DONE);
        assertThat(light).succeedsWithin(LONG).isEqualTo(Heard.DONE);
    }

    @Test
    void theNextIsDrawnWhileThisOneIsStored() throws Exception {
        Claimer claimer = started(LONG, AT_ONCE);
        store.beforeStoring(() -> {
            drawing.release();
            awaitDrawn();
        });

        Future<Heard> first = drawingOf(claimer, ring);
        Future<Heard> second = drawingOf(claimer, another());

        assertThat(first).isNotDone();
        drawn.countDown();
        assertThat(first).succeedsWithin(LONG).isEqualTo(Heard.DONE);
        assertThat(second).succeedsWithin(LONG).isEqualTo(Heard.DONE);
        assertThat(ledger.writes()).containsExactly("succeed", "succeed");
    }

    @Test
    void anAttemptThatEndsBeforeItIsDrawnFreesItsPlace() throws InterruptedException {
        Claimer claimer = started(LONG, (spec, atMost, progress) -> {
            drawing.release();
            throw new InterruptedException();
        });

        assertThat(claimer.hear(ring)).isEqualTo(Heard.DONE);
        assertThat(claimer.hear(ring)).isEqualTo(Heard.DONE);
        ledger.goAway();
        assertThat(claimer.hear(ring)).isEqualTo(Heard.NOT_NOW);
        assertThat(claimer.hear(ring)).isEqualTo(Heard.NOT_NOW);

        assertThat(drawing.availablePermits()).isEqualTo(2);
        assertThat(ledger.writes()).containsExactly("release", "release");
    }

    @Test
    void theLogTellsTheAttemptWhileItIsDrawnAndNotLonger() throws InterruptedException {
        AtomicReference<Map<String, String>> told = new AtomicReference<>(Map.of());
        Claimer claimer = started(LONG, (spec, atMost, progress) -> {
            told.set(MDC.getCopyOfContextMap());
            throw new InterruptedException();
        });

        assertThat(claimer.hear(ring)).isEqualTo(Heard.DONE);

        assertThat(told.get())
                .containsEntry("job", ledger.job().toString())
                .containsEntry("attempt", "1")
                .containsKey("tenant");
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    @Test
    void beforeItStartsAndAfterItStopsRingsAreForSomebodyElse() throws InterruptedException {
        Claimer claimer = claimer(LONG, AT_ONCE);
        assertThat(claimer.hear(ring)).isEqualTo(Heard.NOT_NOW);
        claimer.start();
        claimer.stop();
        assertThat(claimer.hear(ring)).isEqualTo(Heard.NOT_NOW);
        assertThat(ledger.writes()).isEmpty();
    }

    @Test
    void drainingWaitsForWhatIsBeingDrawn() throws Exception {
        Claimer claimer = started(LONG, this::drawUntilDrawn);
        Future<Heard> heard = drawingOf(claimer, ring);

        Future<?> stopping = stopping(claimer);
        assertThat(stopping).isNotDone();
        drawn.countDown();

        assertThat(stopping).succeedsWithin(LONG);
        assertThat(heard.get()).isEqualTo(Heard.DONE);
        assertThat(ledger.writes()).containsExactly("succeed");
    }

    @Test
    void whatIsNotDrawnInTimeIsGivenBack() throws Exception {
        Claimer claimer = started(Duration.ofMillis(50), this::drawUntilDrawn);
        Future<Heard> heard = drawingOf(claimer, ring);

        claimer.stop();

        assertThat(heard).succeedsWithin(LONG).isEqualTo(Heard.DONE);
        assertThat(ledger.writes()).containsExactly("release");
    }

    /** Stopping sees no lease yet, and nobody would keep it. */
    @Test
    void whatIsClaimedWhileWeStopIsGivenBackUndrawn() throws InterruptedException {
        Claimer claimer = started(LONG, (spec, atMost, progress) -> {
            drawing.release();
            return AttemptRunnerTest.PICTURE;
        });
        ledger.afterClaiming(claimer::stop);

        assertThat(claimer.hear(ring)).isEqualTo(Heard.DONE);

        assertThat(ledger.writes()).containsExactly("release");
        assertThat(drawing.availablePermits()).isZero();
    }

    @Test
    void drainingWaitsForWhatIsBeingStored() throws Exception {
        Claimer claimer = started(LONG, AT_ONCE);
        store.beforeStoring(() -> {
            drawing.release();
            awaitDrawn();
        });
        Future<Heard> heard = drawingOf(claimer, ring);

        Future<?> stopping = stopping(claimer);
        assertThat(stopping).isNotDone();
        drawn.countDown();

        assertThat(stopping).succeedsWithin(LONG);
        assertThat(heard).succeedsWithin(LONG).isEqualTo(Heard.DONE);
        assertThat(ledger.writes()).containsExactly("succeed");
    }

    /** Too late to be recorded, since a given-back lease is nobody's; but then it must really be given back. */
    @Test
    void aPictureThatIsDrawnWhileItIsTakenAwayIsGivenBackToo() throws Exception {
        Claimer claimer = started(Duration.ofMillis(50), (spec, atMost, progress) -> {
            drawing.release();
            awaitInterruption();
            return AttemptRunnerTest.PICTURE;
        });
        Future<Heard> heard = drawingOf(claimer, ring);

        claimer.stop();

        assertThat(heard).succeedsWithin(LONG).isEqualTo(Heard.DONE);
        assertThat(ledger.writes()).containsExactly("release");
        assertThat(store.size()).isZero();
    }

    @Test
    void aRingThatWaitedForAPlaceIsNotClaimedOnceWeStop() throws Exception {
        Claimer claimer = started(LONG, this::drawUntilDrawn);
        Future<Heard> first = drawingOf(claimer, ring);

        Future<Heard> second = hearers.submit(() -> claimer.hear(another()));
        Future<?> stopping = stopping(claimer);
        drawn.countDown();

        assertThat(second).succeedsWithin(LONG).isEqualTo(Heard.NOT_NOW);
        assertThat(stopping).succeedsWithin(LONG);
        assertThat(first.get()).isEqualTo(Heard.DONE);
        assertThat(ledger.writes()).containsExactly("succeed");
    }

    @Test
    void aLostLeaseStopsTheDrawing() throws Exception {
        Claimer claimer = started(LONG, this::drawUntilDrawn);
        Future<Heard> heard = drawingOf(claimer, ring);

        ledger.fence();
        listeners.forEach(listener -> listener.accept(ledger.job()));

        assertThat(heard).succeedsWithin(LONG).isEqualTo(Heard.DONE);
        assertThat(ledger.writes()).isEmpty();
        assertThat(ledger.renewals().poll(1, TimeUnit.SECONDS)).hasSize(1);
    }

    /** The renewal that a success causes may find the lease gone before its owner has let it go. */
    @Test
    void whoHasWrittenItsResultIsNotInterruptedAnyMore() throws Exception {
        Claimer claimer = started(LONG, AT_ONCE);
        ledger.afterWriting(this::loseWhatIsHeld);

        assertThat(interruptedAfterHearing(claimer)).succeedsWithin(LONG).isEqualTo(false);
        assertThat(ledger.writes()).containsExactly("succeed");
    }

    /** As it would when whoever hears rings is stopped; then our own release makes the ledger refuse the renewal. */
    @Test
    void whoGivesBackUnaskedIsNotInterruptedAnyMore() throws Exception {
        Claimer claimer = started(LONG, (spec, atMost, progress) -> {
            throw new InterruptedException();
        });
        ledger.afterWriting(this::loseWhatIsHeld);

        assertThat(interruptedAfterHearing(claimer)).succeedsWithin(LONG).isEqualTo(false);
        assertThat(ledger.writes()).containsExactly("release");
    }

    /** The loss may come when the renderer has already stopped for another reason. */
    @Test
    void anInterruptionThatComesTooLateToStopTheDrawingDoesNotOutliveTheAttempt() throws Exception {
        Claimer claimer = started(LONG, (spec, atMost, progress) -> {
            keeper.loseAll();
            throw new InterruptedException();
        });

        assertThat(interruptedAfterHearing(claimer)).succeedsWithin(LONG).isEqualTo(false);
        assertThat(ledger.writes()).containsExactly("release");
    }

    @Test
    void aLedgerThatIsAwayWhenAnAttemptIsCompletedIsNoReasonToThrow() throws InterruptedException {
        Claimer claimer = started(LONG, (spec, atMost, progress) -> {
            ledger.goAway();
            return AttemptRunnerTest.PICTURE;
        });

        assertThat(claimer.hear(ring)).isEqualTo(Heard.DONE);

        assertThat(keeper.awaitNone(Duration.ZERO)).isTrue();
    }

    /** An exception would leave the ring in its consumer's hands. */
    @Test
    void aLedgerThatIsAwayWhenALeaseIsGivenBackIsNoReasonToThrow() throws Exception {
        Claimer claimer = started(Duration.ofMillis(50), this::drawUntilDrawn);
        Future<Heard> heard = drawingOf(claimer, ring);
        ledger.goAway();

        claimer.stop();

        assertThat(heard).succeedsWithin(LONG).isEqualTo(Heard.DONE);
    }

    @Test
    void aPromptsRingIsDealtWithWhenItsLeaseIsOurs() throws Exception {
        Claimer claimer = started(LONG, this::drawUntilDrawn);

        assertThat(claimer.hear(another(Lane.PROMPT))).isEqualTo(Heard.DONE);

        drawing.acquire();
        assertThat(ledger.writes()).isEmpty();
        drawn.countDown();
        await().until(() -> ledger.writes().equals(List.of("succeed")));
        await().until(() -> prompts() == 0);
    }

    @Test
    void sixHundredPromptsAreInHandAtOnceAndOneMoreIsForSomebodyElse() throws Exception {
        ledger.haveMany();
        Claimer claimer = started(LONG, this::drawUntilDrawn);

        for (int i = 0; i < 600; i++) {
            assertThat(claimer.hear(another(Lane.PROMPT))).isEqualTo(Heard.DONE);
        }

        assertThat(prompts()).isEqualTo(600);
        assertThat(claimer.hear(another(Lane.PROMPT))).isEqualTo(Heard.NOT_NOW);
        // The only place is one prompt's, as long as it is drawn.
        drawing.acquire();
        assertThat(drawing.tryAcquire()).isFalse();
        drawn.countDown();
        await().atMost(LONG).until(() -> ledger.writes().size() == 600);
        await().until(() -> prompts() == 0);
        assertThat(keeper.awaitNone(Duration.ZERO)).isTrue();
    }

    @Test
    void promptsThatWaitAreGivenBackWhenWeStop() throws Exception {
        ledger.haveMany();
        Claimer claimer = started(Duration.ofMillis(50), this::drawUntilDrawn);
        for (int i = 0; i < 50; i++) {
            assertThat(claimer.hear(another(Lane.PROMPT))).isEqualTo(Heard.DONE);
        }

        claimer.stop();

        // Stopping does not wait for a slow machine for ever.
        await().atMost(LONG).until(() -> prompts() == 0);
        assertThat(ledger.writes()).hasSize(50).containsOnly("release");
    }

    @Test
    void aPromptThatIsClaimedWhileWeStopIsGivenBackUndrawn() throws Exception {
        Claimer claimer = started(LONG, (spec, atMost, progress) -> {
            drawing.release();
            return AttemptRunnerTest.PICTURE;
        });
        ledger.afterClaiming(claimer::stop);

        assertThat(claimer.hear(another(Lane.PROMPT))).isEqualTo(Heard.DONE);

        await().until(() -> ledger.writes().equals(List.of("release")));
        assertThat(drawing.availablePermits()).isZero();
    }

    @Test
    void aPromptWhoseLeaseIsLostStops() throws Exception {
        Claimer claimer = started(LONG, this::drawUntilDrawn);
        assertThat(claimer.hear(another(Lane.PROMPT))).isEqualTo(Heard.DONE);
        drawing.acquire();

        ledger.fence();
        listeners.forEach(listener -> listener.accept(ledger.job()));

        await().until(() -> prompts() == 0);
        assertThat(ledger.writes()).isEmpty();
    }

    @Test
    void aSeatIsFreeAgainWhenThereWasNothingToClaim() throws Exception {
        Claimer claimer = started(LONG, AT_ONCE);
        ledger.take();
        assertThat(claimer.hear(another(Lane.PROMPT))).isEqualTo(Heard.DONE);
        ledger.goAway();
        assertThat(claimer.hear(another(Lane.PROMPT))).isEqualTo(Heard.NOT_NOW);

        assertThat(prompts()).isZero();
    }

    private double prompts() {
        return meters.get("renderyard.prompts").gauge().value();
    }

    /** Returns when the work of the ring has got to where it lets {@link #drawing} know. */
    private Future<Heard> drawingOf(Claimer claimer, Ring.JobReady of) throws InterruptedException {
        Future<Heard> heard = hearers.submit(() -> claimer.hear(of));
        drawing.acquire();
        return heard;
    }

    /** Returns when nothing new is begun; what has begun is waited for. */
    private Future<?> stopping(Claimer claimer) {
        Future<?> stopping = hearers.submit(() -> claimer.stop());
        await().until(() -> !claimer.isRunning());
        return stopping;
    }

    private Rendering drawUntilDrawn(Object spec, Duration atMost, Object progress) throws InterruptedException {
        drawing.release();
        assertThat(drawn.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return AttemptRunnerTest.PICTURE;
    }

    private void awaitDrawn() {
        try {
            assertThat(drawn.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while storing", e);
        }
    }

    /** Returns when the keeper has taken note of the loss. */
    private void loseWhatIsHeld() {
        ledger.fence();
        try {
            // Renewals follow one another: when the second begins, the first is dealt with.
            for (int i = 0; i < 2; i++) {
                listeners.forEach(listener -> listener.accept(ledger.job()));
                assertThat(ledger.renewals().poll(LONG.toSeconds(), TimeUnit.SECONDS))
                        .isNotNull();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Future<Boolean> interruptedAfterHearing(Claimer claimer) {
        return hearers.submit(() -> {
            assertThat(claimer.hear(ring)).isEqualTo(Heard.DONE);
            return Thread.currentThread().isInterrupted();
        });
    }

    /** Waits without taking notice of it. */
    private static void awaitInterruption() {
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LONG.toNanos());
        }
    }

    private Claimer started(Duration drain, Renderer renderer) {
        keeper.start();
        Claimer claimer = claimer(drain, renderer);
        claimer.start();
        return claimer;
    }

    private Claimer claimer(Duration drain, Renderer renderer) {
        WorkerSettings settings = AttemptRunnerTest.settings(drain);
        Slots slots = new Slots(settings);
        return new Claimer(
                ledger,
                AttemptRunnerTest.runner(ledger, renderer, store, drain, slots),
                keeper,
                slots,
                new WaitingRoom(settings, meters),
                new Foreground(),
                settings);
    }

    private static Ring.JobReady another() {
        return another(Lane.INTERACTIVE);
    }

    private static Ring.JobReady another(Lane lane) {
        return new Ring.JobReady(new JobId(UUID.randomUUID()), lane);
    }
}
