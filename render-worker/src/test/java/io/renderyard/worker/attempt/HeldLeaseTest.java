package io.renderyard.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.JobId;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeldLeaseTest {
    private final Attempt attempt = new Attempt(new JobId(UUID.randomUUID()), 1);

    @AfterEach
    void forgetInterruptions() {
        boolean unused = Thread.interrupted();
    }

    @Test
    void trustBeginsWithTheClaimAndRunsOut() {
        assertThat(since(System.nanoTime()).isTrusted()).isTrue();
        assertThat(since(System.nanoTime() - HeldLease.TRUST.toNanos()).isTrusted())
                .isFalse();
    }

    @Test
    void trustIsLengthenedFromWhenTheRenewalBegan() {
        HeldLease lease = since(System.nanoTime() - HeldLease.TRUST.toNanos());

        lease.renewed(System.nanoTime());
        assertThat(lease.isTrusted()).isTrue();

        lease.renewed(System.nanoTime() - HeldLease.TRUST.toNanos());
        assertThat(lease.isTrusted()).isFalse();
    }

    @Test
    void losingItStopsTheOwnerOnceAndForGood() {
        HeldLease lease = since(System.nanoTime());

        lease.lose();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(lease.isLost()).isTrue();
        lease.lose();
        assertThat(Thread.interrupted()).isFalse();
        lease.renewed(System.nanoTime());
        assertThat(lease.isTrusted()).isFalse();
    }

    @Test
    void anOwnerWhoIsDoneIsLeftAlone() {
        HeldLease lease = since(System.nanoTime());
        lease.leave();

        lease.lose();

        assertThat(Thread.interrupted()).isFalse();
    }

    private HeldLease since(long nanos) {
        return new HeldLease(attempt, nanos, Thread.currentThread());
    }
}
