package io.renderyard.gateway.template;

/** Values with which a template cannot be filled. The message says why. */
public final class UnfilledTemplateException extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    UnfilledTemplateException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why, for programs. */
    public enum Reason {
        UNDEFINED_VARIABLE,
        RAW_NOT_ALLOWED,
        TOO_MANY_ITERATIONS,
        TOO_MUCH
    }

    public Reason reason() {
        return reason;
    }
}
