package io.renderyard.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.kernel.doorbell.JobListener.Heard;
import io.renderyard.kernel.doorbell.Ring;
import io.renderyard.kernel.job.JobChanges;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.render.Picture;
import io.renderyard.worker.rendering.Renderer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One browser, so two places: one for drawing and one for what is claimed ahead. */
@Timeout(30)
class ClaimerTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final PlayedLedger ledger = new PlayedLedger();
    private final PlayedStore store = new PlayedStore();
    private final List<JobChanges.Listener> listeners = new ArrayList<>();
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
        Claimer claimer = started(LONG, (spec, atMost) -> AttemptRunnerTest.PICTURE);

        assertThat(claimer.hear(ring)).isEqualTo(Heard.DONE);

        assertThat(ledger.writes()).containsExactly("succeed");
    }

    @Test
    void aJobThatSomebodyElseHasIsDealtWith() throws InterruptedException {
        ledger.take();

        assertThat(started(LONG, (spec, atMost) -> AttemptRunnerTest.PICTURE).hear(ring))
                .isEqualTo(Heard.DONE);
        assertThat(ledger.writes()).isEmpty();
    }

    @Test
    void aRingIsForSomebodyElseWhileTheLedgerIsAway() throws InterruptedException {
        ledger.goAway();

        assertThat(started(LONG, (spec, atMost) -> AttemptRunnerTest.PICTURE).hear(ring))
                .isEqualTo(Heard.NOT_NOW);
    }

    @Test
    void aRingIsForSomebodyElseWhileNobodyIsFree() throws Exception {
        Claimer claimer = started(LONG, this::drawUntilDrawn);
        Future<Heard> first = hearers.submit(() -> claimer.hear(ring));
        Future<Heard> second = hearers.submit(() -> claimer.hear(another()));
        drawing.acquire(2);

        assertThat(claimer.hear(another())).isEqualTo(Heard.NOT_NOW);

        drawn.countDown();
        assertThat(first.get()).isEqualTo(Heard.DONE);
        assertThat(second.get()).isEqualTo(Heard.DONE);
        assertThat(claimer.hear(another())).isEqualTo(Heard.DONE);
    }

    @Test
    void beforeItStartsAndAfterItStopsRingsAreForSomebodyElse() throws InterruptedException {
        Claimer claimer = claimer(LONG, (spec, atMost) -> AttemptRunnerTest.PICTURE);
        assertThat(claimer.hear(ring)).isEqualTo(Heard.NOT_NOW);
        claimer.start();
        claimer.stop();
        assertThat(claimer.hear(ring)).isEqualTo(Heard.NOT_NOW);
        assertThat(ledger.writes()).isEmpty();
    }

    @Test
    void drainingWaitsForWhatIsBeingDrawn() throws Exception {
        Claimer claimer = started(LONG, this::drawUntilDrawn);
        Future<Heard> heard = hearers.submit(() -> claimer.hear(ring));
        drawing.acquire();

        Future<?> stopping = hearers.submit(() -> claimer.stop());
        await().until(() -> !claimer.isRunning());
        assertThat(stopping).isNotDone();
        drawn.countDown();

        assertThat(stopping).succeedsWithin(LONG);
        assertThat(heard.get()).isEqualTo(Heard.DONE);
        assertThat(ledger.writes()).containsExactly("succeed");
    }

    @Test
    void whatIsNotDrawnInTimeIsGivenBack() throws Exception {
        Claimer claimer = started(Duration.ofMillis(50), this::drawUntilDrawn);
        Future<Heard> heard = hearers.submit(() -> claimer.hear(ring));
        drawing.acquire();

        claimer.stop();

        assertThat(heard).succeedsWithin(LONG).isEqualTo(Heard.DONE);
        assertThat(ledger.writes()).containsExactly("release");
    }

    /** Too late to be recorded, since a given-back lease is nobody's; but then it must really be given back. */
    @Test
    void aPictureThatIsDrawnWhileItIsTakenAwayIsGivenBackToo() throws Exception {
        Claimer claimer = started(Duration.ofMillis(50), (spec, atMost) -> {
            drawing.release();
            awaitInterruption();
            return AttemptRunnerTest.PICTURE;
        });
        Future<Heard> heard = hearers.submit(() -> claimer.hear(ring));
        drawing.acquire();

        claimer.stop();

        assertThat(heard).succeedsWithin(LONG).isEqualTo(Heard.DONE);
        assertThat(ledger.writes()).containsExactly("release");
        assertThat(store.size()).isZero();
    }

    @Test
    void aRingThatWaitedForAPlaceIsNotClaimedOnceWeStop() throws Exception {
        Claimer claimer = started(LONG, this::drawUntilDrawn);
        Future<Heard> first = hearers.submit(() -> claimer.hear(ring));
        Future<Heard> second = hearers.submit(() -> claimer.hear(another()));
        drawing.acquire(2);

        Future<Heard> third = hearers.submit(() -> claimer.hear(another()));
        Future<?> stopping = hearers.submit(() -> claimer.stop());
        await().until(() -> !claimer.isRunning());
        drawn.countDown();

        assertThat(third).succeedsWithin(LONG).isEqualTo(Heard.NOT_NOW);
        assertThat(stopping).succeedsWithin(LONG);
        assertThat(first.get()).isEqualTo(Heard.DONE);
        assertThat(second.get()).isEqualTo(Heard.DONE);
        assertThat(ledger.writes()).containsExactly("succeed", "succeed");
    }

    @Test
    void aLostLeaseStopsTheDrawing() throws Exception {
        Claimer claimer = started(LONG, this::drawUntilDrawn);
        Future<Heard> heard = hearers.submit(() -> claimer.hear(ring));
        drawing.acquire();

        ledger.fence();
        listeners.forEach(listener -> listener.changed(ring.job()));

        assertThat(heard).succeedsWithin(LONG).isEqualTo(Heard.DONE);
        assertThat(ledger.writes()).isEmpty();
        assertThat(ledger.renewals().poll(1, TimeUnit.SECONDS)).hasSize(1);
    }

    /** The renewal that a success causes may find the lease gone before its owner has let it go. */
    @Test
    void anInterruptionOfAnAttemptDoesNotOutliveIt() throws Exception {
        Claimer claimer = started(LONG, (spec, atMost) -> AttemptRunnerTest.PICTURE);
        ledger.afterSuccess(() -> {
            ledger.fence();
            listeners.forEach(listener -> listener.changed(ring.job()));
            awaitInterruption();
            return true;
        });

        Future<Boolean> interrupted = hearers.submit(() -> {
            assertThat(claimer.hear(ring)).isEqualTo(Heard.DONE);
            return Thread.currentThread().isInterrupted();
        });

        assertThat(interrupted).succeedsWithin(LONG).isEqualTo(false);
        assertThat(ledger.writes()).containsExactly("succeed");
    }

    /** An exception would leave the ring in its consumer's hands. */
    @Test
    void aLedgerThatIsAwayWhenALeaseIsGivenBackIsNoReasonToThrow() throws Exception {
        Claimer claimer = started(Duration.ofMillis(50), this::drawUntilDrawn);
        Future<Heard> heard = hearers.submit(() -> claimer.hear(ring));
        drawing.acquire();
        ledger.goAway();

        claimer.stop();

        assertThat(heard).succeedsWithin(LONG).isEqualTo(Heard.DONE);
    }

    private Picture drawUntilDrawn(Object spec, Duration atMost) throws InterruptedException {
        drawing.release();
        assertThat(drawn.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return AttemptRunnerTest.PICTURE;
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
        return new Claimer(
                ledger,
                AttemptRunnerTest.runner(ledger, renderer, store, drain),
                keeper,
                AttemptRunnerTest.settings(drain));
    }

    private static Ring.JobReady another() {
        return new Ring.JobReady(new JobId(UUID.randomUUID()), Lane.INTERACTIVE);
    }
}
