package io.renderyard.kernel.job;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.tenant.TenantId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A worker's side of the ledger. Every write names its attempt; the answer {@code false} means that a newer attempt, a
 * cancel or the sweeper was faster and that nothing was written.
 */
public interface AttemptLedger {
    /**
     * Takes the lease of the lane's next job by one guarded update; empty when none is ready. Whose turn it is, is fair
     * between tenants: each of those who wait gets as many turns as the others.
     */
    Optional<Claim> claim(Lane lane, String worker);

    /**
     * Lengthens the leases that are still ours and returns them; what is missing from the answer is lost. Progress
     * travels along, so that it costs no statement of its own.
     */
    Set<Attempt> renew(Collection<Renewal> renewals);

    /** Gives a lease and its attempt back, for a planned stop. */
    boolean release(Attempt attempt);

    /** Records the stored picture, its receipt, the terminal state and its event in one transaction. */
    boolean succeed(Attempt attempt, Artifact artifact, Receipt receipt);

    /** Queues the job again when another attempt may help, else records the failure and its event. */
    boolean fail(Attempt attempt, Failure failure);

    /** @param progress null when nothing is known, or nothing new: what was told before then stays */
    record Renewal(Attempt attempt, @Nullable Progress progress) {}

    /**
     * A lease that was taken.
     *
     * @param spec what to draw
     * @param variables what fills the places in the spec's source
     */
    record Claim(Attempt attempt, TenantId tenant, RenderSpec spec, Variables variables) {}
}
