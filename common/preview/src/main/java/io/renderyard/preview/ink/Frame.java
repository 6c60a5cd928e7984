package io.renderyard.preview.ink;

/** The picture's size in CSS pixels. */
public record Frame(int width, int height) {
    public int shorter() {
        return Math.min(width, height);
    }

    /** What sizes are measured by: about the shorter side, a little more where the other is much longer. */
    public double unit() {
        return shorter() * (height > width ? 1.16 : 1);
    }

    public boolean tall() {
        return height > width * 1.2;
    }

    public boolean wide() {
        return width > height * 1.2;
    }

    /** Attributes of a rectangle that reaches beyond all edges, where a blur would else let the page shine in. */
    public String bleed(double top, double bottom) {
        return "x='-30' y='" + Digits.of(top) + "' width='" + (width + 60) + "' height='" + Digits.of(bottom - top)
                + "'";
    }

    /** Attributes of a rectangle that covers the whole. */
    public String cover() {
        return "width='" + width + "' height='" + height + "'";
    }
}
