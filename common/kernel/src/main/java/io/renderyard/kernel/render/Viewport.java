package io.renderyard.kernel.render;

/**
 * The window that the page sees.
 *
 * @param width CSS pixels
 * @param height CSS pixels
 * @param deviceScale device pixels per CSS pixel
 * @param mobile lays out as a phone does: honours the page's viewport element, overlays its scroll bars
 * @param touch says that the screen can be touched
 * @param landscape says that the screen is held sideways; does not swap the sides
 */
public record Viewport(int width, int height, double deviceScale, boolean mobile, boolean touch, boolean landscape) {
    public static final int MAX_SIDE = 8_000;
    public static final double MIN_SCALE = 0.1;
    public static final double MAX_SCALE = 4;

    public Viewport(int width, int height, double deviceScale) {
        this(width, height, deviceScale, false, false, false);
    }

    /** Device pixels in all. */
    public double pixels() {
        return width * deviceScale * height * deviceScale;
    }
}
