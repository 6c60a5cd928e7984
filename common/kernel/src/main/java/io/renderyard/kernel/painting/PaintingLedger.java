package io.renderyard.kernel.painting;

import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.tenant.TenantId;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A worker's side of what models are asked for. What a provider that keeps a queue was asked outlives the attempt, so
 * that another worker goes on with it and nothing is paid twice.
 */
public interface PaintingLedger {
    /**
     * Sets the credits of a job aside; they are charged when it succeeds, and free again when it ends otherwise. Safe to
     * repeat.
     *
     * @param model names of the models, for whoever looks up what was charged
     * @param credits for all pictures of the job
     * @param limit of the tenant, for the running month; none when null
     * @return false when the tenant has too few left, or the attempt is no longer ours; nothing is written then
     */
    boolean reserve(Attempt attempt, TenantId tenant, String model, BigDecimal credits, @Nullable BigDecimal limit);

    /**
     * What was remembered for this picture of the job, by whichever attempt. Told to an attempt that is no longer ours, too,
     * so that it does not ask anew.
     *
     * @param picture name of the variable that it fills; empty for the job's own
     */
    Optional<String> remembered(Attempt attempt, String picture);

    /** Overwrites what was remembered; false when the attempt is no longer ours, and nothing is written. */
    boolean remember(Attempt attempt, String picture, String handle);
}
