package io.renderyard.kernel.job;

import io.renderyard.kernel.render.RenderSpec;
import java.util.Locale;

/** A priority lane. Each has its own queue, so that ten thousand batch items never delay one person. */
public enum Lane {
    /** One person waits for one picture. */
    INTERACTIVE,
    /** Items of a batch. */
    BATCH,
    /** Work that takes a multiple of a card's time: whole long pages, very large pictures. */
    HEAVY,
    /** Pictures made by a model. */
    PROMPT;

    /** Above this many device pixels one picture holds up several people. */
    private static final double HEAVY_PIXELS = 16_000_000;

    /** The lane for one picture that somebody waits for. */
    public static Lane of(RenderSpec spec) {
        return spec.viewport().pixels() > HEAVY_PIXELS ? HEAVY : INTERACTIVE;
    }

    /** The lane's name in queues, metrics and the API, such as {@code interactive}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
