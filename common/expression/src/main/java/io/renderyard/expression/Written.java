package io.renderyard.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as text, as JavaScript writes them. */
final class Written {
    private static final int MOST_DIGITS = 21;
    private static final int MOST_ZEROS = 6;
    private static final int FRACTION_STEPS = 16;
    private static final double WHOLE = 1e15;

    private Written() {}

    /** Null is empty text, unlike in JavaScript: nobody wants to read the word on a card. */
    static String of(@Nullable Object value, Budget budget) throws EvaluationException {
        return switch (value) {
            case null -> "";
            case CharSequence text -> text.toString();
            case List<?> list -> list(list, budget);
            case Map<?, ?> map -> Json.written(map, budget);
            case Number number -> number(number, budget);
            default -> value.toString();
        };
    }

    private static String list(List<?> list, Budget budget) throws EvaluationException {
        StringBuilder written = new StringBuilder();
        String separator = "";
        budget.enter();
        for (Object element : list) {
            String text = of(element, budget);
            budget.make(1 + text.length());
            written.append(separator).append(text);
            separator = ",";
        }
        budget.leave();
        return written.toString();
    }

    static String number(Number number, Budget budget) throws EvaluationException {
        double value = number.doubleValue();
        if (value != Math.rint(value)) {
            budget.step(FRACTION_STEPS);
        }
        return number(number);
    }

    /**
     * Whole numbers keep all their digits, where JavaScript would round those beyond 2^53: they are ids more often than
     * amounts.
     */
    private static String number(Number number) {
        if (number instanceof BigInteger || number instanceof Long || number instanceof Integer) {
            String digits = number.toString();
            if (digits.length() <= MOST_DIGITS) {
                return digits;
            }
        }
        double value = number.doubleValue();
        return value == Math.rint(value) && Math.abs(value) < WHOLE ? Long.toString((long) value) : decimal(value);
    }

    private static String decimal(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        // The JDK finds the shortest digits that mean this number, as ECMAScript asks; only their layout differs.
        BigDecimal shortest = new BigDecimal(Double.toString(Math.abs(number))).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        String sign = number < 0 ? "-" : "";
        if (point > MOST_DIGITS || point <= -MOST_ZEROS) {
            return sign + scientific(digits, point - 1);
        }
        return sign + shortest.toPlainString();
    }

    private static String scientific(String digits, int exponent) {
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }
}
