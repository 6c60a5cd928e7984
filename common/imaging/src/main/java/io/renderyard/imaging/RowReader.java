package io.renderyard.imaging;

import java.io.Closeable;
import java.io.IOException;

/** One pass over the rows of a picture. */
interface RowReader extends Closeable {
    /** @param row becomes the next row, one pixel per element: alpha, red, green, blue, 8 bits each, not premultiplied */
    void next(int[] row) throws IOException, PictureException;

    /** As {@link #next}, for rows that nobody looks at. */
    default void skip(int[] row) throws IOException, PictureException {
        next(row);
    }

    @Override
    default void close() throws IOException {}
}
