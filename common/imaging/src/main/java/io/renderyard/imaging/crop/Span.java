package io.renderyard.imaging.crop;

/** A part of an axis, pixels. */
record Span(long start, long size) {
    /** What of it lies on an axis of so many pixels; empty spans have a size of 0 or less. */
    Span clipped(int axis) {
        long from = Math.max(0, start);
        return new Span(from, Math.min(start + size, axis) - from);
    }
}
