package io.renderyard.kernel.doorbell;

import io.renderyard.kernel.job.Lane;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** Carries rings to whoever listens. */
public interface Doorbell {
    /** Rings. The answer never comes as an error and always within a bounded time. */
    CompletableFuture<Answer> ring(Ring ring);

    /** What became of a ring. */
    enum Answer {
        /** It is where a listener will hear it. */
        HELD,
        /** It was refused, returned, or not confirmed in time. Another one may fare better. */
        REFUSED,
        /** There was nobody to ring at, so another one would fare no better. */
        OUT_OF_REACH
    }

    /** Job rings of this lane that nobody has heard yet; empty when that cannot be told now. */
    OptionalLong unheard(Lane lane);
}
