package io.renderyard.expression;

import io.renderyard.expression.Signature.Category;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions that write values as people read them. What cannot be written so is written as it is. */
final class FormatFunctions {
    private static final int MOST_DECIMALS = 20;
    private static final int PERCENT_STEPS = 40;

    /** Nobody sees less, and counting out its digits takes long. */
    private static final double LEAST = 1e-30;

    private static final String DEFAULT_LOCALE = "en-US";

    static final List<Function> ALL = List.of(
            of("currency", "An amount of money, with its sign and its own decimals.")
                    .takes("value", "number")
                    .mayTake("code", "string", "'USD'")
                    .mayTake("locale", "string", "'en-US'")
                    .returns("string", "currency(1234.5, 'USD')", "$1,234.50", FormatFunctions::currency),
            of("number", "With grouped thousands; in a locale, or with so many decimals.")
                    .takes("value", "number")
                    .mayTake("localeOrDecimals", "any", "'en-US'")
                    .returns("string", "number(1234567.891)", "1,234,567.891", FormatFunctions::number),
            of("percent", "A share of one, in hundredths.")
                    .takes("value", "number")
                    .mayTake("decimals", "number", "0")
                    .returns("string", "percent(0.156, 1)", "15.6%", FormatFunctions::percent),
            of("date", "A day: short, medium, long, full, or by tokens such as MMM D, YYYY.")
                    .takes("value", "string")
                    .mayTake("format", "string", "'medium'")
                    .returns(
                            "string",
                            "date('2026-01-29T10:30:00Z', 'MMM D, YYYY')",
                            "Jan 29, 2026",
                            given -> Dates.day(given, given.text(1, "medium"))),
            of("time", "A time of day, also by tokens such as HH:mm.")
                    .takes("value", "string")
                    .mayTake("format", "string", "'h:mm A'")
                    .returns(
                            "string",
                            "time('2026-04-18T14:30:00Z')",
                            "2:30 PM",
                            given -> Dates.time(given, given.text(1, "h:mm A"))));

    private FormatFunctions() {}

    private static Function.Builder of(String name, String description) {
        return new Function.Builder(Category.FORMATTING, name, description);
    }

    /** Null for what is no number. As its shortest digits say it, which is what people mean by 2.675. */
    private static @Nullable BigDecimal amount(Arguments given) throws EvaluationException {
        boolean isBlank = given.at(0) instanceof CharSequence && given.text(0).isBlank();
        double number = Values.isNothing(given.at(0)) || isBlank ? Double.NaN : given.number(0);
        return Double.isFinite(number) ? new BigDecimal(Double.toString(number)) : null;
    }

    private static String currency(Arguments given) throws EvaluationException {
        BigDecimal amount = amount(given);
        Currency currency = NumberFormats.currency(given.text(1, "USD"));
        return amount == null || currency == null
                ? given.text(0)
                : NumberFormats.currency(given.text(2, DEFAULT_LOCALE), currency, given.budget())
                        .format(amount);
    }

    private static String number(Arguments given) throws EvaluationException {
        BigDecimal amount = amount(given);
        if (amount == null) {
            return given.text(0);
        }
        boolean hasDecimals = !Values.isNothing(given.at(1)) && !(given.at(1) instanceof CharSequence);
        NumberFormat format = hasDecimals
                ? NumberFormats.decimal(DEFAULT_LOCALE, decimals(given), decimals(given), given.budget())
                : NumberFormats.decimal(given.text(1, DEFAULT_LOCALE), 0, 3, given.budget());
        return format.format(amount);
    }

    /** With the number's binary value, as a program that multiplies by a hundred has it. */
    private static String percent(Arguments given) throws EvaluationException {
        double hundredths = given.number(0) * 100;
        if (amount(given) == null || !Double.isFinite(hundredths)) {
            return given.text(0);
        }
        given.budget().step(PERCENT_STEPS);
        return new BigDecimal(Math.abs(hundredths) < LEAST ? 0 : hundredths)
                        .setScale(decimals(given), RoundingMode.HALF_UP)
                        .toPlainString()
                + "%";
    }

    private static int decimals(Arguments given) throws EvaluationException {
        return Math.clamp(given.whole(1, 0), 0, MOST_DECIMALS);
    }
}
