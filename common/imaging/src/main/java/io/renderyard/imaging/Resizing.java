package io.renderyard.imaging;

import io.renderyard.imaging.PictureException.Reason;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.imgscalr.Scalr;
import org.jspecify.annotations.Nullable;

/** The size a picture is to get. */
record Resizing(int width, int height) {
    static Resizing of(Transform transform, int width, int height) throws PictureException {
        Integer wide = checked(transform.width());
        Integer high = checked(transform.height());
        if (wide != null && high != null) {
            return new Resizing(wide, high);
        }
        if (wide != null) {
            return new Resizing(wide, scaled(height, wide, width));
        }
        return high == null ? new Resizing(width, height) : new Resizing(scaled(width, high, height), high);
    }

    private static @Nullable Integer checked(@Nullable Integer side) throws PictureException {
        if (side != null && (side < 1 || side > Transform.MAX_SIDE)) {
            throw new PictureException(
                    Reason.TRANSFORM, "Width and height go from 1 to %d, not %d.".formatted(Transform.MAX_SIDE, side));
        }
        return side;
    }

    private static int scaled(int side, int wanted, int of) {
        return (int) Math.clamp((2L * side * wanted + of) / (2L * of), 1, Integer.MAX_VALUE);
    }

    /**
     * Far too large pictures are first averaged by whole factors while they are read: it needs no memory, and every pixel
     * counts.
     */
    Rows apply(Rows rows, DecodeLimits limits) throws IOException, PictureException {
        int across = Math.max(1, (int) (rows.width() / (2L * width)));
        int down = Math.max(1, (int) (rows.height() / (2L * height)));
        Rows near = across == 1 && down == 1 ? rows : new ShrunkRows(rows, across, down);
        if (near.width() == width && near.height() == height) {
            return near;
        }
        limits.judge(width, height);
        BufferedImage image = Rasters.whole(near, limits.maxPixels());
        return new ImageRows(Scalr.resize(image, Scalr.Method.QUALITY, Scalr.Mode.FIT_EXACT, width, height));
    }
}
