package io.renderyard.dialect.yard;

import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.PictureFormat.Motion;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads the options of a moving picture. */
final class GifReader {
    private static final int SHORTEST = 100;
    private static final int LONGEST = 30_000;
    private static final int DEFAULT_LONGEST = 10_000;
    private static final int MAX_LOOPS = 65_535;

    private final Violations violations;

    GifReader(Violations violations) {
        this.violations = violations;
    }

    PictureFormat.Gif read(GifRequest gif) {
        int longest = millis("maxDuration", gif.maxDuration(), DEFAULT_LONGEST);
        if (gif.duration() != null && gif.maxDuration() != null) {
            violations.add(
                    "output.gif.maxDuration", "is for a length that is found out from the page; leave out duration");
        }
        return new PictureFormat.Gif(
                violations.within("output.gif.fps", gif.fps(), 15, 1, 50),
                gif.duration() == null ? null : Duration.ofMillis(millis("duration", gif.duration(), LONGEST)),
                Duration.ofMillis(longest),
                violations.choice("output.gif.motion", gif.motion(), Motion.AUTO),
                violations.within("output.gif.colors", gif.colors(), 256, 2, 256),
                violations.within("output.gif.loops", gif.loops(), 0, 0, MAX_LOOPS));
    }

    private int millis(String member, @Nullable Integer value, int otherwise) {
        return violations.within("output.gif." + member, value, otherwise, SHORTEST, LONGEST);
    }
}
