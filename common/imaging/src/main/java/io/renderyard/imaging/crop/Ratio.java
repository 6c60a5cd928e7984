package io.renderyard.imaging.crop;

/** Width to height, both at least 1. */
public record Ratio(int width, int height) {
    @SuppressWarnings("ArgumentSelectionDefectChecker") // turning is what it is for
    Ratio turned() {
        return new Ratio(height, width);
    }

    /** The height that belongs to a width, halves of a pixel rounded up. */
    long heightFor(long of) {
        return (2 * of * height + width) / (2L * width);
    }
}
