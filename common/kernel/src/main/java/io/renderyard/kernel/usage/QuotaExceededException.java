package io.renderyard.kernel.usage;

import java.time.Duration;

/** A tenant asks for more renders than it may have. Nothing was written. */
public final class QuotaExceededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;
    private final Duration retryAfter;

    /**
     * @param limit renders in an interval
     * @param used so far
     * @param asked for now
     * @param retryAfter until the next interval begins
     */
    public QuotaExceededException(Interval interval, long limit, long used, long asked, Duration retryAfter) {
        super(null, null, false, false);
        this.sentence = "The quota is %d renders per %s of UTC; %d are used, and this asks for %d."
                .formatted(limit, interval.label(), used, asked);
        this.retryAfter = retryAfter;
    }

    @Override
    public String getMessage() {
        return sentence;
    }

    /** Until the next interval begins. A request for more than a whole quota is refused then, too. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
