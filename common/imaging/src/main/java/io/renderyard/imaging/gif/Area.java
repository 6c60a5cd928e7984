package io.renderyard.imaging.gif;

/** A rectangle of pixels; left and top inclusive, right and bottom exclusive. */
record Area(int left, int top, int right, int bottom) {
    static final Area NONE = new Area(Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0);

    boolean isEmpty() {
        return right <= left;
    }

    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }

    Area plus(Area other) {
        return new Area(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }
}
