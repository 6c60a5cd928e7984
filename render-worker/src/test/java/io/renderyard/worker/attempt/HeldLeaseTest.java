package io.renderyard.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.JobId;
import java.time.Duration;
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
    void itsAgeCountsFromTheClaimHoweverOftenItIsRenewed() {
        HeldLease lease = since(System.nanoTime() - Duration.ofSeconds(5).toNanos());

        lease.renewed(System.nanoTime());

        assertThat(lease.age()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    @Test
    void losingItStopsTheOwnerOnceAndForGood() {
        HeldLease lease = since(System.nanoTime());

        assertThat(lease.lose()).isTrue();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(lease.lose()).isFalse();
        assertThat(Thread.interrupted()).isFalse();
        lease.renewed(System.nanoTime());
        assertThat(lease.isTrusted()).isFalse();
    }

    @Test
    void whoFinishesInTimeMayOfferItsResultAndIsLeftAlone() throws InterruptedException {
        HeldLease lease = since(System.nanoTime());

        assertThat(lease.finish()).isTrue();

        assertThat(lease.lose()).isFalse();
        assertThat(Thread.interrupted()).isFalse();
        assertThat(lease.isTrusted()).isTrue();
    }

    @Test
    void whoFinishesWithoutTrustMustNotOfferItsResult() throws InterruptedException {
        HeldLease lease = since(System.nanoTime() - HeldLease.TRUST.toNanos());

        assertThat(lease.finish()).isFalse();

        assertThat(lease.lose()).isFalse();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void whoFinishesAfterTheLossIsToldByAnExceptionAndNoLongerByAnInterruption() {
        HeldLease lease = since(System.nanoTime());
        assertThat(lease.lose()).isTrue();

        assertThatThrownBy(lease::finish)
                .isInstanceOf(InterruptedException.class)
                .hasMessageContaining(attempt.toString());

        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void whoLeavesIsLeftAlone() {
        HeldLease lease = since(System.nanoTime());

        lease.leave();

        assertThat(lease.lose()).isFalse();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void whoLeavesTakesTheInterruptionOfTheLossAlong() {
        HeldLease lease = since(System.nanoTime());
        assertThat(lease.lose()).isTrue();

        lease.leave();

        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void whoLeavesKeepsAnInterruptionThatSomebodyElseMeant() {
        HeldLease lease = since(System.nanoTime());
        Thread.currentThread().interrupt();

        lease.leave();

        assertThat(Thread.interrupted()).isTrue();
    }

    private HeldLease since(long nanos) {
        return new HeldLease(attempt, nanos, Thread.currentThread());
    }
}
