package io.renderyard.expression;

/** The filled text would be longer than its bound. */
public final class TooLongException extends Exception {
    private final int bound;

    TooLongException(int bound) {
        super("the filled text is longer than " + bound + " characters");
        this.bound = bound;
    }

    /** Characters that were allowed. */
    public int bound() {
        return bound;
    }
}
