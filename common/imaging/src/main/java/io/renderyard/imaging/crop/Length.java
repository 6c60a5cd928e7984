package io.renderyard.imaging.crop;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A distance along one axis of a picture; as a position, a negative one is measured from the far edge. */
public sealed interface Length {
    /** What it comes to on an axis of so many pixels, without its sign. */
    long on(int axis);

    boolean negative();

    /** @param count device pixels */
    record Pixels(int count) implements Length {
        @Override
        public long on(int axis) {
            return Math.abs((long) count);
        }

        @Override
        public boolean negative() {
            return count < 0;
        }
    }

    /** @param share of the axis, whole percent, 1 to 100 without its sign; halves of a pixel are rounded up */
    record Percent(int share) implements Length {
        @Override
        public long on(int axis) {
            return (axis * Math.abs((long) share) + 50) / 100;
        }

        @Override
        public boolean negative() {
            return share < 0;
        }
    }

    /** Empty when the text is not of the form {@code 12}, {@code 12px} or {@code 12%}, a minus before it allowed. */
    static Optional<Length> parse(String text) {
        Matcher matcher = Form.PATTERN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        return Optional.of("%".equals(matcher.group(2)) ? new Percent(number) : new Pixels(number));
    }

    /** Holds the pattern, which an interface could only show to everybody. */
    final class Form {
        private static final Pattern PATTERN = Pattern.compile("(-?[0-9]{1,9})(px|%)?", Pattern.CASE_INSENSITIVE);

        private Form() {}
    }
}
