package io.renderyard.imaging;

import java.awt.image.BufferedImage;
import java.io.IOException;

/** Puts the rows of a picture together where something needs all of it at once. */
final class Rasters {
    private Rasters() {}

    /**
     * {@link BufferedImage#TYPE_INT_RGB} when opaque, else {@link BufferedImage#TYPE_INT_ARGB}.
     *
     * @param maxPixels what memory is meant for, at 4 bytes each
     */
    static BufferedImage whole(Rows rows, long maxPixels) throws IOException, PictureException {
        if (rows instanceof ImageRows(BufferedImage image)) {
            return image;
        }
        if ((long) rows.width() * rows.height() > maxPixels) {
            throw PictureException.tooLarge(
                    "For this the whole picture must be in memory, and %d x %d pixels are more than %d."
                            .formatted(rows.width(), rows.height(), maxPixels));
        }
        BufferedImage image = blank(rows.width(), rows.height(), rows.opaque());
        int[] row = new int[rows.width()];
        try (RowReader reader = rows.open()) {
            for (int y = 0; y < rows.height(); y++) {
                reader.next(row);
                image.getRaster().setDataElements(0, y, row.length, 1, row);
            }
        }
        return image;
    }

    static BufferedImage blank(int width, int height, boolean opaque) {
        return new BufferedImage(width, height, opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
    }

    /** A part of a canvas, clear around it; the part itself when it is all of it. */
    static BufferedImage placed(BufferedImage part, int x, int y, int width, int height) {
        if (part.getWidth() == width && part.getHeight() == height) {
            return simple(part);
        }
        BufferedImage canvas = blank(width, height, false);
        copy(part, canvas, x, y);
        return canvas;
    }

    /** In a layout that the rest of the module reads fast, without a palette. */
    static BufferedImage simple(BufferedImage image) {
        return switch (image.getType()) {
            case BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_3BYTE_BGR -> image;
            default -> {
                BufferedImage copy = blank(
                        image.getWidth(),
                        image.getHeight(),
                        !image.getColorModel().hasAlpha());
                copy(image, copy, 0, 0);
                yield copy;
            }
        };
    }

    private static void copy(BufferedImage from, BufferedImage to, int x, int y) {
        int width = Math.min(from.getWidth(), to.getWidth() - x);
        int height = Math.min(from.getHeight(), to.getHeight() - y);
        int[] row = new int[from.getWidth()];
        for (int line = 0; line < height; line++) {
            ImageRows.read(from, line, row);
            to.getRaster().setDataElements(x, y + line, width, 1, row);
        }
    }
}
