package io.renderyard.imaging;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** Writes a PNG while its rows come in; holds two rows. The same rows and plan always give the same bytes. */
final class PngWriter {
    private static final int PIECE = 64 * 1024;

    private final PngPlan plan;
    private final PngOutput out;

    PngWriter(PngPlan plan, OutputStream out) {
        this.plan = plan;
        this.out = new PngOutput(out);
    }

    /** @param dpi none when null */
    void write(Rows rows, @Nullable Integer dpi) throws IOException, PictureException {
        out.start(rows.width(), rows.height(), plan.packer());
        if (dpi != null) {
            out.chunk("pHYs", PngOutput.resolution(dpi));
        }
        if (plan.packer() instanceof PixelPacker.Indexed(int[] palette, Indexer _)) {
            out.palette(palette);
        }
        Deflater deflater = new Deflater(plan.level());
        try {
            deflate(rows, deflater);
        } finally {
            deflater.end();
        }
        out.chunk("IEND", new byte[0]);
    }

    private void deflate(Rows rows, Deflater deflater) throws IOException, PictureException {
        PixelPacker packer = plan.packer();
        int rowBytes = packer.rowBytes(rows.width());
        PngFilter filter = new PngFilter(plan.filter(), packer.step(), rowBytes);
        byte[] line = new byte[rowBytes];
        byte[] above = new byte[rowBytes];
        byte[] piece = new byte[PIECE];
        int filled = 0;
        int[] row = new int[rows.width()];
        try (RowReader reader = rows.open()) {
            for (int y = 0; y < rows.height(); y++) {
                reader.next(row);
                packer.pack(row, line);
                deflater.setInput(filter.apply(line, above));
                filled = drain(deflater, piece, filled);
                byte[] next = above;
                above = line;
                line = next;
            }
        }
        deflater.finish();
        filled = drain(deflater, piece, filled);
        out.chunk("IDAT", piece, filled);
    }

    /** Whenever the piece is full it becomes a chunk. */
    private int drain(Deflater deflater, byte[] piece, int filled) throws IOException {
        int at = filled;
        while (true) {
            int written = deflater.deflate(piece, at, piece.length - at);
            at += written;
            if (at < piece.length) {
                return at;
            }
            out.chunk("IDAT", piece, at);
            at = 0;
        }
    }
}
