package io.renderyard.dialect.pictify;

import io.renderyard.kernel.render.PictureFormat;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Presets of moving pictures; section 5.3. */
public enum GifQuality {
    LOW(10, 10, 128),
    MEDIUM(15, 15, 192),
    HIGH(24, 30, 256);

    private final int framesPerSecond;
    private final Duration longest;
    private final int colours;

    GifQuality(int framesPerSecond, int longestSeconds, int colours) {
        this.framesPerSecond = framesPerSecond;
        this.longest = Duration.ofSeconds(longestSeconds);
        this.colours = colours;
    }

    /** @param length one round of the page's animations when null */
    PictureFormat.Gif gif(@Nullable Duration length) {
        return gif(length, framesPerSecond);
    }

    /** As {@link #gif(Duration)}, with another rate. */
    PictureFormat.Gif gif(@Nullable Duration length, double rate) {
        return new PictureFormat.Gif(rate, length, longest, PictureFormat.Motion.AUTO, colours, 0);
    }

    int framesPerSecond() {
        return framesPerSecond;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
