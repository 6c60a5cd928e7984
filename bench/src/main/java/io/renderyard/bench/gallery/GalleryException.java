package io.renderyard.bench.gallery;

/** The gallery cannot go on; the message says what failed, why and how to mend it. */
public final class GalleryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GalleryException(String message) {
        super(message);
    }

    GalleryException(String message, Throwable cause) {
        super(message, cause);
    }
}
