package io.renderyard.kernel.job;

import io.renderyard.kernel.tenant.TenantId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Holds a caller until a job is as it wants it. Woken by changes; it does not read over and over. */
public final class JobWaiter {
    private final JobReader reader;
    private final JobChanges changes;

    public JobWaiter(JobReader reader, JobChanges changes) {
        this.reader = reader;
        this.changes = changes;
    }

    /** The job as soon as it is terminal, or as it is when the time is over; empty when it is not there. */
    public Optional<Job> awaitEnd(TenantId tenant, JobId id, Duration atMost) throws InterruptedException {
        // On its way nothing ends, so what it passes there is not worth a look into the ledger.
        return await(tenant, id, job -> job.state().isTerminal(), atMost, new Wake(id, false));
    }

    /** The job as soon as it satisfies the condition, or as it is when the time is over; empty when it is not there. */
    public Optional<Job> await(TenantId tenant, JobId id, Predicate<Job> condition, Duration atMost)
            throws InterruptedException {
        return await(tenant, id, condition, atMost, new Wake(id, true));
    }

    private Optional<Job> await(TenantId tenant, JobId id, Predicate<Job> condition, Duration atMost, Wake wake)
            throws InterruptedException {
        // Subscribed before the first read: a change in between is then seen by the one or the other.
        try (var subscription = changes.subscribe(wake)) {
            long deadline = System.nanoTime() + atMost.toNanos();
            Optional<Job> job = reader.find(tenant, id);
            boolean inTime = true;
            while (inTime && job.isPresent() && !condition.test(job.get())) {
                inTime = wake.await(deadline - System.nanoTime());
                // Also when the time is over: a note may have been lost, and the answer is to be true.
                job = reader.find(tenant, id);
            }
            return job;
        }
    }

    private record Wake(JobId id, boolean byProgress, Semaphore calls) implements JobChanges.Listener {
        Wake(JobId id, boolean byProgress) {
            this(id, byProgress, new Semaphore(0));
        }

        boolean await(long nanos) throws InterruptedException {
            if (!calls.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
                return false;
            }
            calls.drainPermits();
            return true;
        }

        @Override
        public void changed(JobId job) {
            if (job.equals(id)) {
                calls.release();
            }
        }

        @Override
        public void progressed(JobId job) {
            if (byProgress) {
                changed(job);
            }
        }

        @Override
        public void missedSome() {
            calls.release();
        }
    }
}
