package io.renderyard.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a function was called with.
 *
 * @param values those that were given; one that is left out is undefined
 * @param calculator to convert them with
 * @param budget what the function may cost
 */
record Arguments(List<@Nullable Object> values, Calculator calculator, Budget budget) {
    @Nullable
    Object at(int index) {
        return index < values.size() ? values.get(index) : Undefined.UNDEFINED;
    }

    /** To be read. */
    String text(int index) throws EvaluationException {
        String text = calculator.text(at(index));
        budget.read(text.length());
        return text;
    }

    String text(int index, String whenLeftOut) throws EvaluationException {
        return Values.isNothing(at(index)) ? whenLeftOut : text(index);
    }

    double number(int index) throws EvaluationException {
        return calculator.number(at(index));
    }

    /** Whole, and within what an index or a length can be. */
    int whole(int index, int whenLeftOut) throws EvaluationException {
        if (Values.isNothing(at(index))) {
            return whenLeftOut;
        }
        double number = number(index);
        return Double.isNaN(number) ? 0 : (int) number;
    }
}
