package io.renderyard.imaging;

import java.io.IOException;
import java.util.Arrays;

/** A picture made smaller by whole factors: rectangles become one pixel, their mean weighted by alpha. */
record ShrunkRows(Rows picture, int across, int down) implements Rows {
    @Override
    public int width() {
        return (picture.width() + across - 1) / across;
    }

    @Override
    public int height() {
        return (picture.height() + down - 1) / down;
    }

    @Override
    public boolean opaque() {
        return picture.opaque();
    }

    @Override
    public RowReader open() throws IOException, PictureException {
        return new Means(picture.open());
    }

    private final class Means implements RowReader {
        private final RowReader rows;
        private final int[] line = new int[picture.width()];
        private final long[] red = new long[width()];
        private final long[] green = new long[width()];
        private final long[] blue = new long[width()];
        private final long[] alpha = new long[width()];
        private int y;

        Means(RowReader rows) {
            this.rows = rows;
        }

        @Override
        public void next(int[] row) throws IOException, PictureException {
            for (long[] sums : new long[][] {red, green, blue, alpha}) {
                Arrays.fill(sums, 0);
            }
            int high = Math.min(down, picture.height() - y);
            for (int i = 0; i < high; i++) {
                rows.next(line);
                add();
            }
            y += high;
            for (int x = 0; x < row.length; x++) {
                row[x] = mean(x, (long) high * Math.min(across, picture.width() - x * across));
            }
        }

        private void add() {
            for (int x = 0; x < line.length; x++) {
                int pixel = line[x];
                int weight = pixel >>> 24;
                int to = x / across;
                red[to] += (pixel >> 16 & 0xFF) * weight;
                green[to] += (pixel >> 8 & 0xFF) * weight;
                blue[to] += (pixel & 0xFF) * weight;
                alpha[to] += weight;
            }
        }

        private int mean(int x, long pixels) {
            long weight = alpha[x];
            if (weight == 0) {
                return 0;
            }
            long half = weight / 2;
            return (int) (((weight + pixels / 2) / pixels) << 24
                    | ((red[x] + half) / weight) << 16
                    | ((green[x] + half) / weight) << 8
                    | (blue[x] + half) / weight);
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
