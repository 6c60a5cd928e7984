package io.renderyard.imaging;

import java.io.IOException;

/** A picture that is read from its first row to its last one, as often as needed, so that it never has to be whole. */
interface Rows {
    int width();

    int height();

    /** False when a row may hold pixels that can be seen through. */
    boolean opaque();

    RowReader open() throws IOException, PictureException;
}
