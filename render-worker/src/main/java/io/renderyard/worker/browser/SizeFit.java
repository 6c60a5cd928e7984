package io.renderyard.worker.browser;

import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.SizeLimit;

/** How much smaller a picture has to be drawn so that it is not larger than wanted or possible. */
final class SizeFit {
    /** WebP has 14 bits for a side, JPEG 16, and libavif writes no larger one; PNG's limit is beyond any of ours. */
    private static final int WEBP_SIDE = 16_383;

    private static final int AVIF_SIDE = 16_384;
    private static final int JPEG_SIDE = 65_500;
    private static final int OTHER_SIDE = SizeLimit.MAX_SIDE;

    private SizeFit() {}

    /**
     * @param box CSS pixels
     * @return 1 or less; the sides keep their ratio
     */
    static double of(Box box, double deviceScale, SizeLimit limit, PictureFormat.Still format) {
        int side = side(format);
        return of(box, deviceScale, new SizeLimit(Math.min(limit.width(), side), Math.min(limit.height(), side)));
    }

    static double of(Box box, double deviceScale, SizeLimit limit) {
        double across = limit.width() / Math.ceil(box.width() * deviceScale);
        double down = limit.height() / Math.ceil(box.height() * deviceScale);
        return Math.min(1, Math.min(across, down));
    }

    private static int side(PictureFormat.Still format) {
        return switch (format) {
            case PictureFormat.Webp ignored -> WEBP_SIDE;
            case PictureFormat.Jpeg ignored -> JPEG_SIDE;
            case PictureFormat.Png ignored -> OTHER_SIDE;
            case PictureFormat.Avif ignored -> AVIF_SIDE;
        };
    }
}
