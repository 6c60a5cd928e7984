package io.renderyard.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.JobId;
import java.time.Duration;
import java.util.UUID;
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
        assertThat(lease.isLost()).isTrue();
    }

    @Test
    void aChangeOfAHeldJobIsAskedAboutAtOnceAndNoOther() throws InterruptedException {
        keeper.keep(lease(Duration.ZERO));

        keeper.changed(new JobId(UUID.randomUUID()));
        keeper.changed(attempt.job());

        assertThat(ledger.renewals().poll(2, TimeUnit.SECONDS)).containsExactly(attempt);
        assertThat(ledger.renewals()).isEmpty();
        assertThat(interrupted.getCount()).isOne();
    }

    @Test
    void leasesAreRenewedUnasked() throws InterruptedException {
        HeldLease lease = lease(Duration.ofSeconds(1));
        keeper.keep(lease);

        assertThat(ledger.renewals().poll(6, TimeUnit.SECONDS)).containsExactly(attempt);
        assertThat(lease.isTrusted()).isTrue();
    }

    @Test
    void aLeaseThatWasLetGoIsNoLoss() throws InterruptedException {
        HeldLease lease = lease(HeldLease.TRUST);
        keeper.keep(lease);
        keeper.forget(lease);
        HeldLease another = new HeldLease(new Attempt(attempt.job(), 2), System.nanoTime(), owner);
        keeper.keep(another);

        keeper.changed(attempt.job());

        assertThat(ledger.renewals().poll(2, TimeUnit.SECONDS)).containsExactly(another.attempt());
        assertThat(lease.isLost()).isFalse();
        assertThat(another.isTrusted()).isTrue();
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
