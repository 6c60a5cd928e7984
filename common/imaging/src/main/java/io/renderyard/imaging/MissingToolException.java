package io.renderyard.imaging;

/** A program that a format needs is not installed; the message names the package. */
public final class MissingToolException extends PictureException {
    private static final long serialVersionUID = 1;

    MissingToolException(String tool, String packages, Throwable cause) {
        super(
                Reason.TOOL,
                "AVIF needs the program %s, which was not found: install %s.".formatted(tool, packages),
                cause);
    }
}
