package io.renderyard.dialect.yard;

import io.renderyard.dialect.field.Violations;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads page ranges such as {@code 1-3,5}. */
final class PageRangesReader {
    private static final int MAX_LENGTH = 200;
    private static final String RANGE = "[1-9]\\d{0,4}(-[1-9]\\d{0,4})?";

    private final Violations violations;

    PageRangesReader(Violations violations) {
        this.violations = violations;
    }

    /** Without blanks; null when they are none, which is then noted. */
    @Nullable
    String read(String field, String text) {
        String ranges = text.replace(" ", "");
        if (text.length() > MAX_LENGTH) {
            violations.add(field, "must not be longer than " + MAX_LENGTH + " characters");
        } else if (!ranges.matches(RANGE + "(," + RANGE + ")*")) {
            violations.add(field, "must be page numbers and ranges of them, from 1 on, such as 1-3,5");
        } else if (!Arrays.stream(ranges.split(",")).allMatch(PageRangesReader::ascends)) {
            violations.add(field, "must have ranges that go upwards, such as 1-3");
        } else {
            return ranges;
        }
        return null;
    }

    private static boolean ascends(String range) {
        int dash = range.indexOf('-');
        return dash < 0 || Integer.parseInt(range.substring(0, dash)) <= Integer.parseInt(range.substring(dash + 1));
    }
}
