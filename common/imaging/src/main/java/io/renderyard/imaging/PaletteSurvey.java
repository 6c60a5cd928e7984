package io.renderyard.imaging;

import io.renderyard.imaging.PngFilter.Choice;
import java.io.IOException;

/** Looks at all rows once, to find the palette: the picture's own colours when they are few enough. */
final class PaletteSurvey {
    /** About two steps of each channel: below it a palette's edges cannot be seen, and dithering would only cost bytes. */
    private static final double VISIBLE = 12;

    private PaletteSurvey() {}

    static PngPlan plan(Rows rows, int most) throws IOException, PictureException {
        Colours colours = new Colours(most);
        ColourHistogram histogram = new ColourHistogram();
        int[] row = new int[rows.width()];
        try (RowReader reader = rows.open()) {
            for (int y = 0; y < rows.height(); y++) {
                reader.next(row);
                colours.add(row);
                histogram.add(row);
            }
        }
        PixelPacker packer = colours.few() ? colours.packer() : reduced(histogram, most, rows.width());
        return PngPlan.small(rows, packer, Choice.NONE);
    }

    private static PixelPacker reduced(ColourHistogram histogram, int most, int width) {
        Quantiser quantiser = new Quantiser(histogram);
        Palette palette = quantiser.palette(most);
        Indexer indexer =
                quantiser.error(palette) > VISIBLE ? new DitheringIndexer(palette, width) : new NearestIndexer(palette);
        return new PixelPacker.Indexed(palette.straight(), indexer);
    }
}
