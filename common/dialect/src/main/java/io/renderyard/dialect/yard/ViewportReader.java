package io.renderyard.dialect.yard;

import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.render.SizeLimit;
import io.renderyard.kernel.render.Viewport;

/** Reads the window that the page sees, and how large its picture may be. */
final class ViewportReader {
    private static final int DEFAULT_WIDTH = 1200;
    private static final int DEFAULT_HEIGHT = 630;
    private static final double MAX_PIXELS = 100_000_000;

    private final Violations violations;

    ViewportReader(Violations violations) {
        this.violations = violations;
    }

    Viewport viewport(OutputRequest output) {
        Viewport viewport = new Viewport(
                violations.within("output.width", output.width(), DEFAULT_WIDTH, 1, Viewport.MAX_SIDE),
                violations.within("output.height", output.height(), DEFAULT_HEIGHT, 1, Viewport.MAX_SIDE),
                violations.within(
                        "output.deviceScale", output.deviceScale(), 1, Viewport.MIN_SCALE, Viewport.MAX_SCALE),
                Boolean.TRUE.equals(output.mobile()),
                Boolean.TRUE.equals(output.touch()),
                Boolean.TRUE.equals(output.landscape()));
        if (viewport.pixels() > MAX_PIXELS) {
            violations.add("output", "width × height × deviceScale² must not be more than 100 million pixels");
        }
        return viewport;
    }

    SizeLimit limit(OutputRequest output) {
        if (output.maxWidth() == null && output.maxHeight() == null) {
            return SizeLimit.STANDARD;
        }
        if (output.maxWidth() == null || output.maxHeight() == null) {
            String missing = output.maxWidth() == null ? "output.maxWidth" : "output.maxHeight";
            violations.add(missing, "is required: maxWidth and maxHeight come together");
        }
        int standard = SizeLimit.STANDARD.width();
        int width = violations.within("output.maxWidth", output.maxWidth(), standard, 1, SizeLimit.MAX_SIDE);
        int height = violations.within("output.maxHeight", output.maxHeight(), standard, 1, SizeLimit.MAX_SIDE);
        if ((long) width * height > SizeLimit.MAX_PIXELS) {
            violations.add("output", "maxWidth × maxHeight must not be more than 400,000,000 pixels");
        }
        return new SizeLimit(width, height);
    }
}
