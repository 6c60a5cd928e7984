package io.renderyard.imaging;

/** Each pixel becomes the colour nearest to it. */
record NearestIndexer(Palette palette) implements Indexer {
    @Override
    public int[] indexes(int[] row) {
        for (int x = 0; x < row.length; x++) {
            row[x] = palette.nearest(ColourHistogram.premultiplied(row[x]));
        }
        return row;
    }
}
