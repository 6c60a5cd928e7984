package io.renderyard.imaging.gif;

/** The frames cannot become a GIF: none, of several sizes, too large, or shown for no time. */
public final class UnsuitableFramesException extends IllegalArgumentException {
    /** What is wrong with them. */
    public enum Reason {
        NO_FRAMES,
        SIZES_DIFFER,
        TOO_LARGE,
        UNSUITABLE_DURATION
    }

    private final Reason reason;

    UnsuitableFramesException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
