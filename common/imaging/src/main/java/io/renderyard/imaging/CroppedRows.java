package io.renderyard.imaging;

import io.renderyard.imaging.crop.Cropping.Area;
import java.io.IOException;

/** A part of a picture. What lies outside is read and dropped. */
record CroppedRows(Rows whole, Area area) implements Rows {
    @Override
    public int width() {
        return area.width();
    }

    @Override
    public int height() {
        return area.height();
    }

    @Override
    public boolean opaque() {
        return whole.opaque();
    }

    @Override
    public RowReader open() throws IOException, PictureException {
        RowReader rows = whole.open();
        int[] line = new int[whole.width()];
        boolean[] reached = {false};
        return new RowReader() {
            @Override
            public void next(int[] row) throws IOException, PictureException {
                for (int y = 0; !reached[0] && y < area.y(); y++) {
                    rows.skip(line);
                }
                reached[0] = true;
                rows.next(line);
                System.arraycopy(line, area.x(), row, 0, area.width());
            }

            @Override
            public void close() throws IOException {
                rows.close();
            }
        };
    }
}
