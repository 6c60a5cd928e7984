package io.renderyard.imaging;

import java.io.IOException;
import java.io.InputStream;

/** The parts of a picture that was captured piece by piece: a grid of PNG, not interlaced, each readable more than once. */
public interface TileSource {
    int rows();

    int columns();

    /** @return the same bytes each time; closed by the caller */
    InputStream open(int row, int column) throws IOException;
}
