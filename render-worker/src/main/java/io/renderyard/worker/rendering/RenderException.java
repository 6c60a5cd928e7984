package io.renderyard.worker.rendering;

import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;

/** A picture that could not be drawn. */
public final class RenderException extends Exception {
    private final Failure failure;

    public RenderException(Failure failure) {
        super(failure.code() + ": " + failure.message());
        this.failure = failure;
    }

    public RenderException(FailureCode code, String message) {
        this(new Failure(code, message));
    }

    public RenderException(FailureCode code, String message, Throwable cause) {
        this(new Failure(code, message));
        initCause(cause);
    }

    public Failure failure() {
        return failure;
    }
}
