package io.renderyard.imaging.gif;

import java.util.Arrays;

/** What the viewer sees. A pixel is painted again only when it would now get another index. */
final class Canvas {
    private static final short EMPTY = -1;

    private final int width;
    private final int height;
    private final ColourMix mix;
    private final int transparent;
    /** The colour each pixel was painted for, 0 where there is none. */
    private final int[] painted;

    private final short[] shown;
    /** For each pixel of the frame the index, and in the upper byte another that shows the same. */
    private final short[] choices;

    Canvas(int width, int height, Palette palette, ColourMix mix) {
        this.width = width;
        this.height = height;
        this.mix = mix;
        this.transparent = palette.transparent();
        this.painted = new int[width * height];
        this.shown = new short[width * height];
        this.choices = new short[width * height];
        Arrays.fill(shown, EMPTY);
    }

    short[] choices() {
        return choices;
    }

    int width() {
        return width;
    }

    Area whole() {
        return new Area(0, 0, width, height);
    }

    /** Paints the frame and says where anything changed; the choices of all pixels are then valid. */
    Area paint(int[] frame) {
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        for (int y = 0; y < height; y++) {
            int start = y * width;
            int first = -1;
            int last = -1;
            for (int x = 0; x < width; x++) {
                if (changes(start + x, frame[start + x], x, y)) {
                    first = first < 0 ? x : first;
                    last = x;
                }
            }
            if (last >= 0) {
                left = Math.min(left, first);
                right = Math.max(right, last);
                top = Math.min(top, y);
                bottom = y;
            }
        }
        return right < 0 ? Area.NONE : new Area(left, top, right + 1, bottom + 1);
    }

    private boolean changes(int at, int pixel, int x, int y) {
        int current = shown[at];
        if (pixel != painted[at]) {
            int index = mix.index(pixel, x, y);
            painted[at] = pixel;
            shown[at] = (short) index;
            if (index != current) {
                choices[at] = (short) (index << 8 | index);
                return true;
            }
        }
        choices[at] = kept(current);
        return false;
    }

    private short kept(int current) {
        int first = transparent == Palette.NONE ? current : transparent;
        int second = current == EMPTY ? transparent : current;
        return (short) (second << 8 | first);
    }

    /** Where the next frame has holes that this one does not have. */
    Area uncovered(int[] next) {
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        for (int at = 0; at < next.length; at++) {
            if (next[at] == 0 && painted[at] != 0) {
                left = Math.min(left, at % width);
                right = Math.max(right, at % width);
                top = Math.min(top, at / width);
                bottom = at / width;
            }
        }
        return right < 0 ? Area.NONE : new Area(left, top, right + 1, bottom + 1);
    }

    void clear(Area area) {
        for (int y = area.top(); y < area.bottom(); y++) {
            Arrays.fill(painted, y * width + area.left(), y * width + area.right(), 0);
            Arrays.fill(shown, y * width + area.left(), y * width + area.right(), EMPTY);
        }
    }
}
