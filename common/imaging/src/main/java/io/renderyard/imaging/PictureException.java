package io.renderyard.imaging;

/** The only way in which bytes of a picture are refused. The message is a sentence for people. */
public sealed class PictureException extends Exception permits MissingToolException, CropRefusedException {
    private static final long serialVersionUID = 1;

    /** What to do about it. */
    public enum Reason {
        /** The bytes are of no format that is read here. */
        UNKNOWN_FORMAT,
        /** More pixels or bytes than allowed, or than the format can hold. */
        TOO_LARGE,
        /** The format is known, the bytes do not keep to it. */
        BROKEN,
        /** A variant of a known format that is not read here. */
        UNSUPPORTED,
        /** The values of a transform do not fit the picture. */
        TRANSFORM,
        /** A program of the system is missing, failed or took too long. */
        TOOL
    }

    private final Reason reason;

    PictureException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    PictureException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    static PictureException broken(String what) {
        return new PictureException(Reason.BROKEN, "The picture is damaged: " + what + ".");
    }

    static PictureException tooLarge(String message) {
        return new PictureException(Reason.TOO_LARGE, message);
    }

    static PictureException unsupported(String message) {
        return new PictureException(Reason.UNSUPPORTED, message);
    }

    public Reason reason() {
        return reason;
    }
}
