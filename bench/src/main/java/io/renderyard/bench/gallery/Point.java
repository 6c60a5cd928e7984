package io.renderyard.bench.gallery;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The colour at a place, such as {@code 10,20 = #ff0000 ± 3}, {@code 10,20 = transparent} or, in the third frame or on the
 * third page, {@code 3: 10,20 = #ff0000}.
 *
 * @param picture from 1
 * @param argb 0 for transparent
 * @param tolerance of each channel
 */
record Point(int picture, int x, int y, int argb, int tolerance) {
    private static final Pattern FORM = Pattern.compile(
            "(?:(?<picture>\\d+): )?(?<x>\\d+),(?<y>\\d+) = (?:#(?<rgb>[0-9a-f]{6})(?: ± (?<within>\\d+))?|transparent)");

    static Point parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new GalleryException("\"" + text + "\" is no point; write \"x,y = #rrggbb ± tolerance\".");
        }
        return new Point(
                number(form, "picture", 1),
                number(form, "x", 0),
                number(form, "y", 0),
                form.group("rgb") == null ? 0 : 0xFF000000 | Integer.parseInt(form.group("rgb"), 16),
                number(form, "within", 0));
    }

    private static int number(Matcher form, String group, int otherwise) {
        return form.group(group) == null ? otherwise : Integer.parseInt(form.group(group));
    }

    /** What is wrong; empty when nothing is. */
    Optional<String> complaint(List<BufferedImage> pictures) {
        if (picture > pictures.size()) {
            return Optional.of("there is no picture " + picture + ", only " + pictures.size());
        }
        BufferedImage image = pictures.get(picture - 1);
        if (x >= image.getWidth() || y >= image.getHeight()) {
            return Optional.of(x + "," + y + " lies outside of " + image.getWidth() + " × " + image.getHeight());
        }
        int actual = image.getRGB(x, y);
        boolean same = argb == 0 ? actual >>> 24 == 0 : distance(actual) <= tolerance;
        return same
                ? Optional.empty()
                : Optional.of("picture %d at %d,%d is %s instead of %s"
                        .formatted(picture, x, y, colour(actual), colour(argb)));
    }

    private int distance(int actual) {
        int most = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            most = Math.max(most, Math.abs((actual >> shift & 0xFF) - (argb >> shift & 0xFF)));
        }
        return most;
    }

    private static String colour(int argb) {
        int alpha = argb >>> 24;
        if (alpha == 0) {
            return "transparent";
        }
        return "#%06x".formatted(argb & 0xFFFFFF) + (alpha == 255 ? "" : " (alpha " + alpha + ")");
    }
}
