package io.renderyard.worker.attempt;

import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.Progress;
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
    private final long since;
    private volatile long trustedSince;
    private volatile @Nullable Progress progress;
    private @Nullable Thread owner;
    private boolean lost;

    /** @param since {@link System#nanoTime} when the claim began */
    HeldLease(Attempt attempt, long since, Thread owner) {
        this.attempt = attempt;
        this.since = since;
        this.trustedSince = since;
        this.owner = owner;
    }

    Attempt attempt() {
        return attempt;
    }

    /** Time since the claim began. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** How far the owner has come; the ledger is told with the next renewal. */
    void progress(int done, int of) {
        progress = new Progress(done, of);
    }

    AttemptLedger.Renewal renewal() {
        return new AttemptLedger.Renewal(attempt, progress);
    }

    void renewed(long since) {
        trustedSince = since;
    }

    synchronized boolean isTrusted() {
        return !lost && System.nanoTime() - trustedSince < TRUST.toNanos();
    }

    /**
     * Stops the owner, if it is still drawing.
     *
     * @return false when it was done already, so that nothing was lost
     */
    synchronized boolean lose() {
        if (owner == null) {
            return false;
        }
        lost = true;
        owner.interrupt();
        owner = null;
        return true;
    }

    /**
     * The owner has its result and is about to write it down. From here on nothing interrupts it on this lease's
     * account, and the ledger's fence alone decides.
     *
     * @return false when our trust ran out, so that the result is not to be offered
     * @throws InterruptedException when the lease was lost already
     */
    synchronized boolean finish() throws InterruptedException {
        if (lost) {
            // The interrupt that told us so must not reach what this thread does next.
            boolean unused = Thread.interrupted();
            throw new InterruptedException("the lease of " + attempt + " is lost");
        }
        owner = null;
        return isTrusted();
    }

    /**
     * The owner, who calls this, has nothing left to stop. From here on nothing interrupts it on this lease's account,
     * and an interrupt that came too late does not reach what it does next.
     */
    synchronized void leave() {
        owner = null;
        if (lost) {
            boolean unused = Thread.interrupted();
        }
    }
}
