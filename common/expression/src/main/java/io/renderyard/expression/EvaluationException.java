package io.renderyard.expression;

/** A text of the language that has no result with these values. */
public final class EvaluationException extends Exception {
    private static final long serialVersionUID = 1;

    private final Code code;

    EvaluationException(Code code, String message) {
        super(message);
        this.code = code;
    }

    /** What went wrong, for programs. */
    public enum Code {
        /** A name that has no value, where each must have one. */
        UNDEFINED_VARIABLE,
        /** A place without escaping, of a value that may not have one. */
        RAW_NOT_ALLOWED,
        /** A loop over more than it may. */
        TOO_MANY_ITERATIONS,
        /** More steps than there may be. */
        TOO_MANY_STEPS,
        /** A longer text than there may be. */
        TOO_LONG
    }

    /** What went wrong, for programs. */
    public Code code() {
        return code;
    }
}
