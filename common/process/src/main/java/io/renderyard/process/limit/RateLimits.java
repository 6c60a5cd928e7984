package io.renderyard.process.limit;

import io.renderyard.kernel.limit.Level;
import io.renderyard.kernel.limit.RateLimiter;
import io.renderyard.kernel.limit.RequestClass;
import io.renderyard.kernel.tenant.Credential;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Keeps one credential from asking too often, where the operator wants that. */
@Component
public class RateLimits {
    private final LimitSettings settings;
    private final RateLimiter limiter;
    private final InstantSource clock;

    RateLimits(LimitSettings settings, RateLimiter limiter, InstantSource clock) {
        this.settings = settings;
        this.limiter = limiter;
        this.clock = clock;
    }

    /**
     * Counts a request. Where there is no limit, nobody is asked; where there is one and the ledger is out of reach, the
     * request is refused as every other that needs the ledger is.
     */
    public Level take(Credential credential, RequestClass requests) {
        return settings.rate(requests)
                .map(rate -> limiter.take(credential.id(), requests, rate))
                .orElseGet(this::unlimited);
    }

    /** What somebody is told who has not been counted, or need not be. */
    public Level unlimited() {
        return Level.unlimited(clock.instant());
    }
}
