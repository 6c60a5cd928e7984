package io.renderyard.kernel.job;

import java.time.Duration;

/**
 * How far a submission may share a picture with another of the same content.
 *
 * @param window how old a finished picture may be; zero shares nothing, not even with a job that is in flight
 */
public record Reuse(Duration window) {
    public static final Reuse NONE = new Reuse(Duration.ZERO);

    /** However old it is, as long as it is kept. */
    public static final Reuse UNLIMITED = new Reuse(Duration.ofDays(36_500));

    public Reuse {
        if (window.isNegative()) {
            throw new IllegalArgumentException("a window cannot be negative, was " + window);
        }
    }

    public boolean isAllowed() {
        return !window.isZero();
    }
}
