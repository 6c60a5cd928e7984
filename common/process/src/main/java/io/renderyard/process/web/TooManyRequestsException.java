package io.renderyard.process.web;

import io.renderyard.kernel.limit.Level;

/** A credential asks too often. */
final class TooManyRequestsException extends RuntimeException {
    private final long retryAfterSeconds;

    private TooManyRequestsException(Level level) {
        super("asks too often", null, false, false);
        this.retryAfterSeconds = level.retryAfterSeconds();
    }

    /** @throws TooManyRequestsException when the request is one too many */
    static void unless(Level level) {
        if (!level.taken()) {
            throw new TooManyRequestsException(level);
        }
    }

    long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
