package io.renderyard.worker.browser;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.worker.rendering.RenderException;
import java.util.Locale;

/** Refuses pictures that would cost too much memory, before any of it is taken. */
final class PixelLimit {
    static final int SIDE = 16_384;
    /** WebP has 14 bits for a side. */
    static final int WEBP_SIDE = 16_383;

    static final long AREA = 100_000_000;

    private PixelLimit() {}

    /** @param width CSS pixels, as is {@code height} */
    static void check(double width, double height, double deviceScale, PictureFormat format) throws RenderException {
        int side = format instanceof PictureFormat.Webp ? WEBP_SIDE : SIDE;
        double across = Math.ceil(width * deviceScale);
        double down = Math.ceil(height * deviceScale);
        if (across > side || down > side || across * down > AREA) {
            throw new RenderException(
                    FailureCode.PICTURE_TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "The picture would be %.0f by %.0f pixels. The farm draws up to %d on a side and %d in all;"
                                    + " use a smaller size, a smaller deviceScale or capture one element.",
                            across,
                            down,
                            side,
                            AREA));
        }
    }
}
