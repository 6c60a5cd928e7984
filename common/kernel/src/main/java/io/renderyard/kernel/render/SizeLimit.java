package io.renderyard.kernel.render;

/**
 * The largest picture that a caller accepts, in device pixels.
 *
 * @param width at most
 * @param height at most
 */
public record SizeLimit(int width, int height) {
    public static final int MAX_SIDE = 80_000;
    public static final long MAX_PIXELS = 400_000_000;

    /** What fits into one capture. */
    public static final SizeLimit STANDARD = new SizeLimit(8_000, 8_000);
}
