package io.renderyard.imaging;

import io.renderyard.kernel.render.Colour;
import java.io.IOException;

/** A picture laid on a colour, for formats without transparency. */
record FilledRows(Rows picture, Colour fill) implements Rows {
    @Override
    public int width() {
        return picture.width();
    }

    @Override
    public int height() {
        return picture.height();
    }

    @Override
    public boolean opaque() {
        return true;
    }

    @Override
    public RowReader open() throws IOException, PictureException {
        RowReader rows = picture.open();
        return new RowReader() {
            @Override
            public void next(int[] row) throws IOException, PictureException {
                rows.next(row);
                if (!picture.opaque()) {
                    lay(row, fill.rgb());
                }
            }

            @Override
            public void close() throws IOException {
                rows.close();
            }
        };
    }

    private static void lay(int[] row, int rgb) {
        for (int x = 0; x < row.length; x++) {
            int alpha = row[x] >>> 24;
            if (alpha != 0xFF) {
                row[x] = 0xFF000000
                        | mix(row[x] >> 16, rgb >> 16, alpha) << 16
                        | mix(row[x] >> 8, rgb >> 8, alpha) << 8
                        | mix(row[x], rgb, alpha);
            }
        }
    }

    private static int mix(int over, int under, int alpha) {
        return ((over & 0xFF) * alpha + (under & 0xFF) * (255 - alpha) + 127) / 255;
    }
}
