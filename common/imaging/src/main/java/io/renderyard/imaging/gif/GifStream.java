package io.renderyard.imaging.gif;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The blocks of a GIF, in the order in which they have to come. */
final class GifStream {
    private static final int KEEP = 1;
    private static final int CLEAR = 2;

    private final OutputStream out;
    private final Palette palette;
    private final LzwCodes codes = new LzwCodes();

    GifStream(OutputStream out, Palette palette) {
        this.out = out;
        this.palette = palette;
    }

    void header(int width, int height) throws IOException {
        text("GIF89a");
        number(width);
        number(height);
        out.write(0xF0 | palette.bits() - 1);
        out.write(0);
        out.write(0);
        colours();
    }

    /**
     * Browsers show an animation once more than the number says, and once without this block.
     *
     * @param plays 0 for ever
     */
    void plays(int plays) throws IOException {
        if (plays == 1) {
            return;
        }
        out.write(0x21);
        out.write(0xFF);
        out.write(11);
        text("NETSCAPE2.0");
        out.write(3);
        out.write(1);
        number(Math.max(0, plays - 1));
        out.write(0);
    }

    /**
     * @param delay hundredths of a second
     * @param cleared whether the area is empty again after that time
     */
    void control(int delay, boolean cleared) throws IOException {
        boolean transparent = palette.transparent() != Palette.NONE;
        out.write(0x21);
        out.write(0xF9);
        out.write(4);
        out.write((cleared ? CLEAR : KEEP) << 2 | (transparent ? 1 : 0));
        number(delay);
        out.write(transparent ? palette.transparent() : 0);
        out.write(0);
    }

    /**
     * @param choices of the whole canvas, row by row
     * @param stride length of a row
     */
    void picture(Area area, short[] choices, int stride) throws IOException {
        out.write(0x2C);
        number(area.left());
        number(area.top());
        number(area.width());
        number(area.height());
        out.write(0);
        LzwEncoder lzw = new LzwEncoder(out, codes, palette.bits());
        for (int y = area.top(); y < area.bottom(); y++) {
            lzw.write(choices, y * stride + area.left(), y * stride + area.right());
        }
        lzw.end();
    }

    void trailer() throws IOException {
        out.write(0x3B);
    }

    private void colours() throws IOException {
        byte[] table = new byte[3 << palette.bits()];
        int at = 0;
        for (int colour : palette.colours()) {
            table[at++] = (byte) (colour >> 16);
            table[at++] = (byte) (colour >> 8);
            table[at++] = (byte) colour;
        }
        out.write(table);
    }

    private void number(int value) throws IOException {
        out.write(value);
        out.write(value >> 8);
    }

    private void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
