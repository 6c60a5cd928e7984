package io.renderyard.imaging;

import java.awt.image.BufferedImage;

/** The rows of a picture that is whole in memory. */
record ImageRows(BufferedImage image) implements Rows {
    @Override
    public int width() {
        return image.getWidth();
    }

    @Override
    public int height() {
        return image.getHeight();
    }

    @Override
    public boolean opaque() {
        return !image.getColorModel().hasAlpha();
    }

    @Override
    public RowReader open() {
        int[] y = {0};
        return row -> read(image, y[0]++, row);
    }

    static void read(BufferedImage image, int y, int[] row) {
        switch (image.getType()) {
            case BufferedImage.TYPE_INT_ARGB -> packed(image, y, row, 0);
            case BufferedImage.TYPE_INT_RGB -> packed(image, y, row, 0xFF000000);
            case BufferedImage.TYPE_3BYTE_BGR -> bytes(image, y, row);
            case BufferedImage.TYPE_BYTE_GRAY -> grey(image, y, row);
            default -> image.getRGB(0, y, image.getWidth(), 1, row, 0, image.getWidth());
        }
    }

    private static void packed(BufferedImage image, int y, int[] row, int alpha) {
        image.getRaster().getDataElements(0, y, row.length, 1, row);
        if (alpha != 0) {
            for (int x = 0; x < row.length; x++) {
                row[x] |= alpha;
            }
        }
    }

    private static void bytes(BufferedImage image, int y, int[] row) {
        byte[] line = (byte[]) image.getRaster().getDataElements(0, y, row.length, 1, null);
        for (int x = 0, i = 0; x < row.length; x++, i += 3) {
            row[x] = 0xFF000000 | (line[i] & 0xFF) << 16 | (line[i + 1] & 0xFF) << 8 | (line[i + 2] & 0xFF);
        }
    }

    /** Without the colour model, which would take the values for linear light and brighten them. */
    private static void grey(BufferedImage image, int y, int[] row) {
        byte[] line = (byte[]) image.getRaster().getDataElements(0, y, row.length, 1, null);
        for (int x = 0; x < row.length; x++) {
            row[x] = 0xFF000000 | (line[x] & 0xFF) * 0x010101;
        }
    }
}
