package io.renderyard.expression;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts, adds and compares as JavaScript does; counts what that takes. For one filling. */
final class Calculator {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?+(?:\\d++\\.?+\\d*+|\\.\\d++)(?:[eE][+-]?+\\d++)?+");

    /** Longer ones are none: no number needs so many digits, and some take long to count out. */
    private static final int LONGEST_NUMBER = 40;

    private static final int NUMBER_STEPS = 16;

    private final Budget budget;

    Calculator(Budget budget) {
        this.budget = budget;
    }

    String text(@Nullable Object value) throws EvaluationException {
        return Written.of(value, budget);
    }

    /** NaN for what is no number. */
    double number(@Nullable Object value) throws EvaluationException {
        return switch (value) {
            case null -> 0;
            case Undefined ignored -> Double.NaN;
            case Boolean truth -> truth ? 1 : 0;
            case Number number -> number.doubleValue();
            case CharSequence text -> parsed(text.toString());
            case List<?> list -> ofList(list);
            default -> Double.NaN;
        };
    }

    private double ofList(List<?> list) throws EvaluationException {
        budget.step();
        budget.enter();
        double number = switch (list.size()) {
            case 0 -> 0;
            case 1 -> number(list.getFirst());
            default -> Double.NaN;
        };
        budget.leave();
        return number;
    }

    private double parsed(String text) throws EvaluationException {
        budget.step(NUMBER_STEPS);
        budget.read(text.length());
        String trimmed = text.strip();
        return switch (trimmed) {
            case "" -> 0;
            case "Infinity", "+Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default ->
                trimmed.length() <= LONGEST_NUMBER && DECIMAL.matcher(trimmed).matches()
                        ? Double.parseDouble(trimmed)
                        : Double.NaN;
        };
    }

    /** Concatenates when one of them is a text, or has to be one. */
    Object add(@Nullable Object left, @Nullable Object right) throws EvaluationException {
        return isText(left) || isText(right) ? joined(text(left), text(right)) : number(left) + number(right);
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof CharSequence || isStructure(value);
    }

    private static boolean isStructure(@Nullable Object value) {
        return value instanceof List<?> || value instanceof Map<?, ?>;
    }

    private String joined(String left, String right) throws EvaluationException {
        budget.make((long) left.length() + right.length());
        return left + right;
    }

    boolean compare(@Nullable Object left, @Nullable Object right, IntPredicate holds) throws EvaluationException {
        if (left instanceof CharSequence a && right instanceof CharSequence b) {
            budget.read(Math.min(a.length(), b.length()));
            return holds.test(a.toString().compareTo(b.toString()));
        }
        double a = number(left);
        double b = number(right);
        return !Double.isNaN(a) && !Double.isNaN(b) && holds.test(a == b ? 0 : a < b ? -1 : 1);
    }

    boolean looselyEqual(@Nullable Object left, @Nullable Object right) throws EvaluationException {
        if (Values.isNothing(left) || Values.isNothing(right)) {
            return Values.isNothing(left) && Values.isNothing(right);
        }
        boolean areAlike = (left instanceof CharSequence && right instanceof CharSequence)
                || (isStructure(left) && isStructure(right));
        if (areAlike) {
            return strictlyEqual(left, right);
        }
        if (isStructure(left)) {
            return looselyEqual(text(left), right);
        }
        return isStructure(right) ? looselyEqual(left, text(right)) : number(left) == number(right);
    }

    boolean strictlyEqual(@Nullable Object left, @Nullable Object right) throws EvaluationException {
        return switch (left) {
            case null -> right == null;
            case Number a -> right instanceof Number b && a.doubleValue() == b.doubleValue();
            case CharSequence a -> right instanceof CharSequence b && haveSameCharacters(a, b);
            case Boolean a -> a.equals(right);
            default -> left == right;
        };
    }

    private boolean haveSameCharacters(CharSequence a, CharSequence b) throws EvaluationException {
        if (a.length() != b.length()) {
            return false;
        }
        budget.read(a.length());
        return a.toString().contentEquals(b);
    }

    /**
     * Where a text stands in another one, from an offset on; -1 where it does not. Each character that is looked at
     * counts, since texts that are nearly alike everywhere take as many looks as the product of their lengths.
     */
    int search(String text, String part, int from) throws EvaluationException {
        if (part.isEmpty()) {
            return from <= text.length() ? from : -1;
        }
        int last = text.length() - part.length();
        int counted = from;
        for (int at = text.indexOf(part.charAt(0), from);
                at >= 0 && at <= last;
                at = text.indexOf(part.charAt(0), at + 1)) {
            int same = 1;
            while (same < part.length() && text.charAt(at + same) == part.charAt(same)) {
                same++;
            }
            budget.read(at - counted + same);
            counted = at;
            if (same == part.length()) {
                return at;
            }
        }
        budget.read(text.length() - counted);
        return -1;
    }
}
