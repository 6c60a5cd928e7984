package io.renderyard.imaging;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Inflates a PNG's pixels row by row and takes back the filter of each. Holds two rows, whatever the stream inflates to. */
final class PngScanlines implements Closeable {
    private static final int BUFFER = 16 * 1024;

    private final PngChunks chunks;
    private final Inflater inflater = new Inflater();
    private final InflaterInputStream inflated;
    private final int step;
    private byte[] line = new byte[0];
    private byte[] above = new byte[0];

    PngScanlines(PngChunks chunks, int step) {
        this.chunks = chunks;
        this.inflated = new InflaterInputStream(chunks, inflater, BUFFER);
        this.step = step;
    }

    /** The rows that follow have this many bytes, and none above them. */
    void begin(int rowBytes) {
        if (line.length != rowBytes) {
            line = new byte[rowBytes];
            above = new byte[rowBytes];
        } else {
            Arrays.fill(line, (byte) 0);
        }
    }

    /** Valid until the next call. */
    byte[] next() throws IOException, PictureException {
        byte[] last = line;
        line = above;
        above = last;
        try {
            int filter = inflated.read();
            if (filter < 0 || inflated.readNBytes(line, 0, line.length) < line.length) {
                throw PictureException.broken("it ends before its last row");
            }
            unfilter(filter);
        } catch (ZipException | EOFException e) {
            throw PictureException.broken("its pixels cannot be inflated");
        }
        return line;
    }

    private void unfilter(int filter) throws PictureException {
        switch (filter) {
            case 0 -> {}
            case 1 -> sub();
            case 2 -> up();
            case 3 -> average();
            case 4 -> paeth();
            default -> throw PictureException.broken("a row has a filter that PNG does not know");
        }
    }

    private void sub() {
        for (int i = step; i < line.length; i++) {
            line[i] += line[i - step];
        }
    }

    private void up() {
        for (int i = 0; i < line.length; i++) {
            line[i] += above[i];
        }
    }

    private void average() {
        int head = Math.min(step, line.length);
        for (int i = 0; i < head; i++) {
            line[i] += (byte) ((above[i] & 0xFF) >> 1);
        }
        for (int i = step; i < line.length; i++) {
            line[i] += (byte) (((line[i - step] & 0xFF) + (above[i] & 0xFF)) >> 1);
        }
    }

    private void paeth() {
        int head = Math.min(step, line.length);
        for (int i = 0; i < head; i++) {
            line[i] += above[i];
        }
        for (int i = step; i < line.length; i++) {
            line[i] += (byte) PngFilter.paeth(line[i - step] & 0xFF, above[i] & 0xFF, above[i - step] & 0xFF);
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        chunks.close();
    }
}
