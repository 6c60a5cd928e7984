package io.renderyard.worker.browser;

import io.renderyard.kernel.render.PictureFormat;

/**
 * Stops what moves, so that the same page gives the same picture whenever it is taken. What ends stands at its end, what
 * never ends at its start. Done by the page's last answer before the picture, so that it costs no question of its own.
 */
final class Stillness {
    private static final String STILL = PageScript.of("still.js");

    private Stillness() {}

    /** A function for the page to call when it is ready, or {@code null} for formats in which things may move. */
    static String of(PictureFormat format) {
        return switch (format) {
            case PictureFormat.Still ignored -> STILL;
            case PictureFormat.Gif ignored -> "null";
            // What is printed is laid out anew, as if all animations had ended.
            case PictureFormat.Pdf ignored -> "null";
        };
    }
}
