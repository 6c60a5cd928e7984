package io.renderyard.kernel.render;

/**
 * The window that the page sees.
 *
 * @param width CSS pixels
 * @param height CSS pixels
 * @param deviceScale device pixels per CSS pixel
 */
public record Viewport(int width, int height, double deviceScale) {
    public static final int MAX_SIDE = 8_000;
    public static final double MIN_SCALE = 0.1;
    public static final double MAX_SCALE = 4;

    /** Device pixels in all. */
    public double pixels() {
        return width * deviceScale * height * deviceScale;
    }
}
