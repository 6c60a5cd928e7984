package io.renderyard.imaging.crop;

import org.jspecify.annotations.Nullable;

/** Which combinations of values one axis allows, and what they come to. */
final class AxisRules {
    private final Axis axis;
    private final AxisRoles roles;

    AxisRules(Axis axis, AxisRoles roles) {
        this.axis = axis;
        this.roles = roles;
    }

    /** Whatever the picture is. */
    void check() throws Refusal {
        percent(axis.start(), roles.start);
        percent(axis.end(), roles.end);
        percent(axis.size(), roles.size);
        checkEnd();
        checkSize();
        if (axis.origin() != null && axis.start() != null) {
            throw new Refusal(roles.origin, "An origin places a size without a start: leave out one of the two.");
        }
    }

    private void checkEnd() throws Refusal {
        if (axis.end() == null) {
            return;
        }
        if (axis.start() == null) {
            throw new Refusal(roles.end, "An end needs a start.");
        }
        if (axis.size() != null) {
            throw new Refusal(roles.size, "A size and an end contradict each other: leave out one of the two.");
        }
        if (ordered(axis.start(), axis.end()) && value(axis.end()) <= value(axis.start())) {
            throw new Refusal(roles.end, "The end must lie after the start.");
        }
    }

    private void checkSize() throws Refusal {
        if (axis.size() != null && value(axis.size()) < 1) {
            throw new Refusal(roles.size, "The size must be at least 1.");
        }
    }

    private static void percent(@Nullable Length length, Role role) throws Refusal {
        if (length instanceof Length.Percent(int share) && (share == 0 || Math.abs((long) share) > 100)) {
            throw new Refusal(role, "Percent go from 1 to 100.");
        }
    }

    private static boolean ordered(Length a, Length b) {
        return a.getClass() == b.getClass() && a.negative() == b.negative();
    }

    private static int value(Length length) {
        return switch (length) {
            case Length.Pixels(int count) -> count;
            case Length.Percent(int share) -> share;
        };
    }

    /** What is kept of an axis of so many pixels. */
    Span on(int length) throws Refusal {
        Span span = asked(length).clipped(length);
        if (span.size() < 1) {
            throw new Refusal(
                    axis.start() == null ? roles.size : roles.start,
                    "Nothing would be left of the picture, which has %d pixels there.".formatted(length));
        }
        return span;
    }

    private Span asked(int length) {
        Length size = axis.size();
        if (axis.start() == null) {
            return size == null ? new Span(0, length) : axis.placed().place(size.on(length), length);
        }
        long start = position(axis.start(), length);
        if (axis.end() != null) {
            return new Span(start, position(axis.end(), length) - start);
        }
        return size == null ? new Span(start, length - start) : new Span(start, size.on(length));
    }

    private static long position(Length at, int length) {
        return at.negative() ? length - at.on(length) : at.on(length);
    }
}
