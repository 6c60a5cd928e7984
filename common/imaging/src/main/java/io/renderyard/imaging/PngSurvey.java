package io.renderyard.imaging;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/** Looks at all rows once, to find the layout and the filter with which a picture becomes smallest. */
final class PngSurvey {
    private static final int SAMPLE_PIXELS = 200_000;
    private static final int BAND = 16;
    private static final int TRIAL_LEVEL = 6;
    private static final int PALETTE = 256;

    private final Rows rows;
    private final Colours colours = new Colours(PALETTE);
    private final List<int[][]> bands = new ArrayList<>();
    private boolean opaque = true;
    private boolean grey = true;

    PngSurvey(Rows rows) {
        this.rows = rows;
    }

    PngPlan plan() throws IOException, PictureException {
        look();
        if (colours.few()) {
            return PngPlan.small(rows, colours.packer(), PngFilter.Choice.NONE);
        }
        PixelPacker packer = opaque ? grey ? new PixelPacker.Grey() : new PixelPacker.Rgb() : new PixelPacker.Rgba();
        PngFilter.Choice best = PngFilter.Choice.NONE;
        long least = Long.MAX_VALUE;
        for (PngFilter.Choice choice : PngFilter.Choice.values()) {
            long size = size(packer, choice);
            if (size < least) {
                least = size;
                best = choice;
            }
        }
        return PngPlan.small(rows, packer, best);
    }

    private void look() throws IOException, PictureException {
        int wanted = Math.max(1, SAMPLE_PIXELS / rows.width() / BAND);
        int every = Math.max(BAND, rows.height() / wanted);
        int[] row = new int[rows.width()];
        try (RowReader reader = rows.open()) {
            for (int y = 0; y < rows.height(); y++) {
                reader.next(row);
                colours.add(row);
                judge(row);
                sample(row, y % every, Math.min(BAND, rows.height() - y));
            }
        }
    }

    private void sample(int[] row, int inBand, int high) {
        if (inBand == 0) {
            bands.add(new int[high][]);
        }
        int[][] band = bands.getLast();
        if (inBand < band.length) {
            band[inBand] = row.clone();
        }
    }

    private void judge(int[] row) {
        if (!opaque && !grey) {
            return;
        }
        int all = 0xFF000000;
        boolean coloured = false;
        for (int pixel : row) {
            all &= pixel;
            coloured |= (pixel & 0xFFFFFF) != (pixel & 0xFF) * 0x010101;
        }
        opaque &= all == 0xFF000000;
        grey &= !coloured;
    }

    private long size(PixelPacker packer, PngFilter.Choice choice) {
        Deflater deflater = new Deflater(TRIAL_LEVEL);
        int rowBytes = packer.rowBytes(rows.width());
        PngFilter filter = new PngFilter(choice, packer.step(), rowBytes);
        byte[] line = new byte[rowBytes];
        byte[] above = new byte[rowBytes];
        byte[] dropped = new byte[1 << 16];
        try {
            for (int[][] band : bands) {
                for (int[] row : band) {
                    packer.pack(row, line);
                    deflater.setInput(filter.apply(line, above));
                    while (deflater.deflate(dropped) > 0) {}
                    byte[] next = above;
                    above = line;
                    line = next;
                }
            }
            deflater.finish();
            while (deflater.deflate(dropped) > 0) {}
            return deflater.getBytesWritten();
        } finally {
            deflater.end();
        }
    }
}
