package io.renderyard.bench;

/** The run cannot go on; the message says what failed, why and how to mend it. */
final class BenchException extends Exception {
    private static final long serialVersionUID = 1L;

    BenchException(String message) {
        super(message);
    }

    BenchException(String message, Throwable cause) {
        super(message, cause);
    }
}
