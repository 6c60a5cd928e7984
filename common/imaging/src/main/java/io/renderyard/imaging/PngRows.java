package io.renderyard.imaging;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The rows of a PNG that is not interlaced, inflated one by one. */
record PngRows(PngSource source, PngLayout layout) implements Rows {
    /** The same bytes each time it is opened. */
    interface PngSource {
        InputStream open() throws IOException;
    }

    /** Reads the header once to know the size. */
    static PngRows of(PngSource source) throws IOException, PictureException {
        try (PngChunks chunks = new PngChunks(source.open())) {
            return new PngRows(source, chunks.layout());
        } catch (EOFException e) {
            throw PictureException.broken("it ends before its pixels");
        }
    }

    @Override
    public int width() {
        return layout.width();
    }

    @Override
    public int height() {
        return layout.height();
    }

    @Override
    public boolean opaque() {
        return layout.opaque();
    }

    @Override
    public RowReader open() throws IOException, PictureException {
        if (layout.interlaced()) {
            throw PictureException.unsupported("Interlaced PNG cannot be read row by row.");
        }
        PngScanlines lines = lines();
        lines.begin(layout.rowBytes(layout.width()));
        PngPixels pixels = new PngPixels(layout);
        return new RowReader() {
            @Override
            public void next(int[] row) throws IOException, PictureException {
                pixels.unpack(lines.next(), row, layout.width());
            }

            @Override
            public void skip(int[] row) throws IOException, PictureException {
                lines.next();
            }

            @Override
            public void close() throws IOException {
                lines.close();
            }
        };
    }

    /** Behind the header, whose values must be the ones of the first time. */
    PngScanlines lines() throws IOException, PictureException {
        PngChunks chunks = new PngChunks(source.open());
        try {
            PngLayout again = chunks.layout();
            if (again.width() != width() || again.height() != height() || again.step() != layout.step()) {
                throw PictureException.broken("it changed while it was read");
            }
            return new PngScanlines(chunks, layout.step());
        } catch (EOFException e) {
            chunks.close();
            throw PictureException.broken("it ends before its pixels");
        } catch (IOException | PictureException | RuntimeException e) {
            chunks.close();
            throw e;
        }
    }
}
