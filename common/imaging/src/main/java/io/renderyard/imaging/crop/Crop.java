package io.renderyard.imaging.crop;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of a picture that is kept.
 *
 * @param ratio derives the axis of which nothing is given from the other one; none when null
 */
public record Crop(Axis x, Axis y, @Nullable Ratio ratio) {
    /** What is wrong with it on every picture; empty when only a picture's size can tell. */
    public Optional<Cropping.Refused> check() {
        try {
            judge();
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.result());
        }
    }

    /** The same values always give the same area: percent are rounded once, ends do not depend on rounded starts. */
    public Cropping on(int width, int height) {
        try {
            judge();
            AxisRules xs = new AxisRules(x, AxisRoles.X);
            AxisRules ys = new AxisRules(y, AxisRoles.Y);
            return ratio == null ? area(xs.on(width), ys.on(height)) : derived(ratio, xs, ys, width, height);
        } catch (Refusal refusal) {
            return refusal.result();
        }
    }

    private void judge() throws Refusal {
        new AxisRules(x, AxisRoles.X).check();
        new AxisRules(y, AxisRoles.Y).check();
        if (ratio == null) {
            return;
        }
        if (ratio.width() < 1 || ratio.height() < 1) {
            throw new Refusal(Role.RATIO, "Both sides of an aspect ratio must be at least 1.");
        }
        if (x.given() == y.given()) {
            throw new Refusal(Role.RATIO, "An aspect ratio needs a start or a size of exactly one axis.");
        }
    }

    private Cropping derived(Ratio ratio, AxisRules xs, AxisRules ys, int width, int height) throws Refusal {
        if (x.given()) {
            Pair pair = pair(xs.on(width), x, width, y, height, ratio);
            return area(pair.given(), pair.other());
        }
        Pair pair = pair(ys.on(height), y, height, x, width, ratio.turned());
        return area(pair.other(), pair.given());
    }

    private record Pair(Span given, Span other) {}

    /** When the derived side does not fit, both become smaller, so that the ratio holds. */
    private static Pair pair(Span span, Axis axis, int length, Axis other, int otherLength, Ratio ratio)
            throws Refusal {
        Span given = span;
        long derived = ratio.heightFor(given.size());
        if (derived > otherLength) {
            derived = otherLength;
            long size = Math.min(given.size(), ratio.turned().heightFor(otherLength));
            given = axis.start() == null ? axis.placed().place(size, length) : new Span(given.start(), size);
        }
        if (derived < 1 || given.size() < 1) {
            throw new Refusal(Role.RATIO, "With this aspect ratio nothing would be left of the picture.");
        }
        return new Pair(given, other.placed().place(derived, otherLength));
    }

    private static Cropping area(Span x, Span y) {
        return new Cropping.Area((int) x.start(), (int) y.start(), (int) x.size(), (int) y.size());
    }
}
