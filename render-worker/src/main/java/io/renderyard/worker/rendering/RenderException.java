package io.renderyard.worker.rendering;

import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;

/** A render that ended without a picture. */
public final class RenderException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public RenderException(FailureCode code, String message) {
        super(code.label() + ": " + message);
        this.failure = new Failure(code, message);
    }

    public RenderException(FailureCode code, String message, Throwable cause) {
        super(code.label() + ": " + message, cause);
        this.failure = new Failure(code, message);
    }

    /** What to tell the caller, and whether another attempt may help. */
    public Failure failure() {
        return failure;
    }
}
