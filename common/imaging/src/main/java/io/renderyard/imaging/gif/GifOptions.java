package io.renderyard.imaging.gif;

import java.util.Objects;

/**
 * @param colours size of each palette, 2 to 256, one of them is spent on transparency where that is needed
 * @param plays how often the animation is shown, 0 for ever, at most 65536
 */
public record GifOptions(int colours, Dither dither, int plays) {
    static final int MOST_PLAYS = 65_536;

    public GifOptions {
        Objects.requireNonNull(dither, "dither");
        if (colours < 2 || colours > 256) {
            throw new IllegalArgumentException("a GIF palette has 2 to 256 colours, not " + colours);
        }
        if (plays < 0 || plays > MOST_PLAYS) {
            throw new IllegalArgumentException("a GIF plays 1 to 65536 times, or 0 for ever, not " + plays);
        }
    }
}
