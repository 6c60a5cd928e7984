package io.renderyard.db.embedded;

/** The private PostgreSQL cannot do what it was asked. The message says what failed, why, and how to mend it. */
public final class EmbeddedPostgresException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmbeddedPostgresException(String message) {
        super(message);
    }

    EmbeddedPostgresException(String message, Throwable cause) {
        super(message, cause);
    }
}
