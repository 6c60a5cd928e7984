package io.renderyard.models;

/** In pixels. */
public record Size(int width, int height) {
    public Size {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A size must be positive; it is " + width + "x" + height);
        }
    }

    /** Such as {@code 1024x1024}. */
    @Override
    public String toString() {
        return width + "x" + height;
    }
}
