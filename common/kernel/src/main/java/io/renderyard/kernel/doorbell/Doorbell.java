package io.renderyard.kernel.doorbell;

import io.renderyard.kernel.job.Lane;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** Carries rings to whoever listens. */
public interface Doorbell {
    /**
     * Rings. The answer is true once the ring is held where a listener will hear it, and false when it was refused,
     * returned or never confirmed; it never completes with an error and always completes within a bounded time.
     */
    CompletableFuture<Boolean> ring(Ring ring);

    /** Job rings of this lane that nobody has heard yet; empty when that cannot be told now. */
    OptionalLong unheard(Lane lane);
}
