package io.renderyard.dialect.field;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lengths of paper, such as {@code 210mm}, into points, of which an inch has 72. */
public final class LengthReader {
    private static final double POINTS_PER_INCH = 72;
    private static final Pattern FORM = Pattern.compile("(?<number>\\d{1,6}(\\.\\d{1,6})?) ?(?<unit>mm|cm|in|pt|px)");
    private static final Map<String, Double> POINTS = Map.of(
            "mm", POINTS_PER_INCH / 25.4,
            "cm", POINTS_PER_INCH / 2.54,
            "in", POINTS_PER_INCH,
            "pt", 1.0,
            "px", POINTS_PER_INCH / 96);

    private final Violations violations;

    public LengthReader(Violations violations) {
        this.violations = violations;
    }

    /**
     * @param bounds as people write them, such as {@code 10mm and 200in}
     * @return points; {@code least} when it is wrong, which is then noted
     */
    public double read(String field, String text, double least, double most, String bounds) {
        Matcher length = FORM.matcher(text.strip());
        if (!length.matches()) {
            violations.add(field, "must be a number with its unit, mm, cm, in, pt or px, such as 210mm");
            return least;
        }
        double points =
                Double.parseDouble(length.group("number")) * Objects.requireNonNull(POINTS.get(length.group("unit")));
        if (points < least || points > most) {
            violations.add(field, "must be between " + bounds);
            return least;
        }
        return points;
    }
}
