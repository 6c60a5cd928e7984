package io.renderyard.worker.attempt;

import io.renderyard.kernel.job.Attempt;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A lease in the hands of one thread. It is trusted for a while from the moment when taking or renewing it began, on
 * this machine's own monotonic clock, so that neither a slow answer nor a wrong wall clock lengthens the trust.
 */
final class HeldLease {
    /** Three seconds less than the ledger's lease: by then we have stopped even if we cannot reach it. */
    static final Duration TRUST = Duration.ofSeconds(12);

    private final Attempt attempt;
    private volatile long trustedSince;
    private @Nullable Thread owner;
    private boolean lost;

    /** @param since {@link System#nanoTime} when the claim began */
    HeldLease(Attempt attempt, long since, Thread owner) {
        this.attempt = attempt;
        this.trustedSince = since;
        this.owner = owner;
    }

    Attempt attempt() {
        return attempt;
    }

    void renewed(long since) {
        trustedSince = since;
    }

    synchronized boolean isTrusted() {
        return !lost && System.nanoTime() - trustedSince < TRUST.toNanos();
    }

    /** Stops the owner, once, if it is still at it. */
    synchronized void lose() {
        if (!lost && owner != null) {
            owner.interrupt();
        }
        lost = true;
    }

    synchronized boolean isLost() {
        return lost;
    }

    /** The owner is done; from now on nothing interrupts it on this lease's account. */
    synchronized void leave() {
        owner = null;
    }
}
