package io.renderyard.dialect.pictory;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads which month is asked for; contract {@code pictory.md}, section 10. */
public final class CreditPeriod {
    /** How many months can be looked up, this one included. */
    private static final int MONTHS = 12;

    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern MONTH = Pattern.compile("0?[1-9]|1[0-2]");

    private CreditPeriod() {}

    /**
     * The month, which is this one where none is named; a month alone is one of this year.
     *
     * @return empty when it is none, or a year stands alone
     */
    public static Optional<YearMonth> read(@Nullable String year, @Nullable String month, YearMonth now) {
        if (month == null) {
            return year == null ? Optional.of(now) : Optional.empty();
        }
        boolean written = MONTH.matcher(month).matches()
                && (year == null || YEAR.matcher(year).matches());
        return written
                ? Optional.of(
                        YearMonth.of(year == null ? now.getYear() : Integer.parseInt(year), Integer.parseInt(month)))
                : Optional.empty();
    }

    /** Whether it is recent enough to be looked up. */
    public static boolean isKept(YearMonth month, YearMonth now) {
        return month.isAfter(now.minusMonths(MONTHS));
    }
}
