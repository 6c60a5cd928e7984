package io.renderyard.worker.browser;

/** A rectangle of the page in CSS pixels. */
record Box(double x, double y, double width, double height) {
    /** The nearest one whose edges are device pixels, at least one pixel large. */
    Box onWholePixels(double scale) {
        double left = Math.round(x * scale) / scale;
        double top = Math.round(y * scale) / scale;
        double right = Math.max(Math.round((x + width) * scale), Math.round(x * scale) + 1) / scale;
        double bottom = Math.max(Math.round((y + height) * scale), Math.round(y * scale) + 1) / scale;
        return new Box(left, top, right - left, bottom - top);
    }
}
