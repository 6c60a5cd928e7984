package io.renderyard.imaging.crop;

/** Where on an axis something is put of which only the size is known. */
public enum Origin {
    START,
    CENTER,
    END;

    Span place(long size, int axis) {
        long rest = Math.max(0, axis - size);
        return switch (this) {
            case START -> new Span(0, size);
            case CENTER -> new Span(rest / 2, size);
            case END -> new Span(rest, size);
        };
    }
}
