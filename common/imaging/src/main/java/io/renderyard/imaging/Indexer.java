package io.renderyard.imaging;

/** Finds the colours of a palette for the rows of one picture, which must come in their order. */
interface Indexer {
    /** Valid until the next call; the row may be changed. */
    int[] indexes(int[] row);
}
