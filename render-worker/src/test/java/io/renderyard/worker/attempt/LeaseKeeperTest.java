package io.renderyard.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.Progress;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeaseKeeperTest {
    private final PlayedLedger ledger = new PlayedLedger();
    private final LeaseKeeper keeper = new LeaseKeeper(ledger, listener -> () -> {});
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final Thread owner = Thread.ofVirtual().unstarted(this::work);
    private final Attempt attempt = new Attempt(new JobId(UUID.randomUUID()), 1);

    @BeforeEach
    void start() {
        owner.start();
        keeper.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        keeper.stop();
        owner.interrupt();
        owner.join();
    }

    @Test
    void aLeaseThatCannotBeRenewedStopsItsOwnerWhenTrustRunsOut() throws InterruptedException {
        ledger.goAway();
        HeldLease lease = lease(HeldLease.TRUST.minusMillis(300));

        keeper.keep(lease);

        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(lease.isTrusted()).isFalse();
    }

    @Test
    void aChangeOfAHeldJobIsAskedAboutAtOnceAndNoOther() throws InterruptedException {
        keeper.keep(lease(Duration.ZERO));

        keeper.withdrawn(new JobId(UUID.randomUUID()));
        keeper.withdrawn(attempt.job());

        assertThat(ledger.renewals().poll(2, TimeUnit.SECONDS)).containsExactly(renewal(attempt));
        assertThat(ledger.renewals()).isEmpty();
        assertThat(interrupted.getCount()).isOne();
    }

    @Test
    void leasesAreRenewedUnasked() throws InterruptedException {
        HeldLease lease = lease(Duration.ofSeconds(1));
        keeper.keep(lease);

        assertThat(ledger.renewals().poll(6, TimeUnit.SECONDS)).containsExactly(renewal(attempt));
        assertThat(lease.isTrusted()).isTrue();
    }

    @Test
    void aLeaseThatWasLetGoIsNoLoss() throws InterruptedException {
        HeldLease lease = lease(Duration.ZERO);
        keeper.keep(lease);
        keeper.forget(lease);
        HeldLease another = new HeldLease(new Attempt(attempt.job(), 2), System.nanoTime(), owner);
        keeper.keep(another);

        keeper.withdrawn(attempt.job());

        assertThat(ledger.renewals().poll(2, TimeUnit.SECONDS)).containsExactly(renewal(another.attempt()));
        assertThat(lease.isTrusted()).isTrue();
        assertThat(another.isTrusted()).isTrue();
    }

    @Test
    void forgettingALeaseLeavesANewerOneOfTheSameJob() {
        HeldLease lease = lease(Duration.ZERO);
        keeper.keep(lease);
        keeper.keep(new HeldLease(new Attempt(attempt.job(), 2), System.nanoTime(), owner));

        keeper.forget(lease);

        assertThat(keeper.awaitNone(Duration.ZERO)).isFalse();
    }

    @Test
    void whoseLeaseTheLedgerDoesNotRenewIsStopped() throws InterruptedException {
        HeldLease lease = lease(Duration.ZERO);
        keeper.keep(lease);
        ledger.fence();

        keeper.withdrawn(attempt.job());

        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(lease.isTrusted()).isFalse();
    }

    @Test
    void whoeverIsStillDrawingIsStoppedWhenAllIsToBeLost() throws InterruptedException {
        HeldLease finished =
                new HeldLease(new Attempt(new JobId(UUID.randomUUID()), 1), System.nanoTime(), Thread.currentThread());
        assertThat(finished.finish()).isTrue();
        keeper.keep(finished);
        keeper.keep(lease(Duration.ZERO));

        keeper.loseAll();

        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(finished.isTrusted()).isTrue();
    }

    @Test
    void whoAwaitsNoneIsHeldUpByWhatIsHeldAndNotLonger() {
        assertThat(keeper.awaitNone(Duration.ZERO)).isTrue();
        HeldLease lease = lease(Duration.ZERO);
        keeper.keep(lease);
        assertThat(keeper.awaitNone(Duration.ofMillis(20))).isFalse();

        CompletableFuture<Boolean> none = CompletableFuture.supplyAsync(() -> keeper.awaitNone(Duration.ofSeconds(20)));
        keeper.forget(lease);

        assertThat(none).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(true);
    }

    @Test
    void whoIsInterruptedWhileAwaitingNoneStaysInterrupted() {
        keeper.keep(lease(Duration.ZERO));
        Thread.currentThread().interrupt();

        assertThat(keeper.awaitNone(Duration.ofSeconds(20))).isFalse();

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void progressTravelsWithARenewal() throws InterruptedException {
        HeldLease lease = lease(Duration.ZERO);
        keeper.keep(lease);

        lease.progress(3, 30);
        keeper.withdrawn(attempt.job());

        assertThat(ledger.renewals().poll(2, TimeUnit.SECONDS))
                .containsExactly(new AttemptLedger.Renewal(attempt, new Progress(3, 30)));
    }

    private static AttemptLedger.Renewal renewal(Attempt attempt) {
        return new AttemptLedger.Renewal(attempt, null);
    }

    private HeldLease lease(Duration age) {
        return new HeldLease(attempt, System.nanoTime() - age.toNanos(), owner);
    }

    private void work() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
    }
}
