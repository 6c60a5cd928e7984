package io.renderyard.expression;

import io.renderyard.expression.Signature.Category;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Functions that make numbers. What is no number makes NaN. */
final class NumberFunctions {
    private static final int MOST_DECIMALS = 15;

    static final List<Function> ALL = List.of(
            of("round", "To the nearest number with so many decimals; halves go up.")
                    .takes("value", "number")
                    .mayTake("decimals", "number", "0")
                    .returns("number", "round(3.14159, 2)", "3.14", NumberFunctions::round),
            of("floor", "The whole number beneath.")
                    .takes("value", "number")
                    .returns("number", "floor(4.7)", "4", given -> Math.floor(given.number(0))),
            of("ceil", "The whole number above.")
                    .takes("value", "number")
                    .returns("number", "ceil(4.2)", "5", given -> Math.ceil(given.number(0))),
            of("abs", "Without its sign.")
                    .takes("value", "number")
                    .returns("number", "abs(-5)", "5", given -> Math.abs(given.number(0))),
            of("min", "The least of some numbers, or of a list of them.")
                    .takes("values", "number")
                    .returns(
                            "number",
                            "min(3, 1, 2)",
                            "1",
                            given -> Arrays.stream(all(given)).reduce(Double.POSITIVE_INFINITY, Math::min)),
            of("max", "The greatest of some numbers, or of a list of them.")
                    .takes("values", "number")
                    .returns(
                            "number",
                            "max(3, 1, 2)",
                            "3",
                            given -> Arrays.stream(all(given)).reduce(Double.NEGATIVE_INFINITY, Math::max)),
            of("sum", "A list's numbers together; what is no number counts nothing.")
                    .takes("list", "array")
                    .returns(
                            "number",
                            "sum([10, 20.5])",
                            "30.5",
                            given -> counted(given).sum()),
            of("average", "The mean of a list's numbers; of none it is 0.")
                    .takes("list", "array")
                    .returns(
                            "number",
                            "average([4, 5, 3])",
                            "4",
                            given -> counted(given).average().orElse(0)));

    private NumberFunctions() {}

    private static Function.Builder of(String name, String description) {
        return new Function.Builder(Category.NUMBER, name, description);
    }

    /** As JavaScript's people round: with the number's binary value, so that 1.005 is a little less than that. */
    private static double round(Arguments given) throws EvaluationException {
        double factor = Math.pow(10, Math.clamp(given.whole(1, 0), -MOST_DECIMALS, MOST_DECIMALS));
        double value = given.number(0);
        double scaled = value * factor;
        return Double.isFinite(scaled) ? Math.floor(scaled + 0.5) / factor : value;
    }

    private static double[] all(Arguments given) throws EvaluationException {
        boolean isOneList = given.values().size() == 1 && given.at(0) instanceof List<?>;
        return numbers(isOneList ? given.at(0) : given.values(), given);
    }

    private static DoubleStream counted(Arguments given) throws EvaluationException {
        return Arrays.stream(numbers(given.at(0), given)).map(number -> Double.isNaN(number) ? 0 : number);
    }

    private static double[] numbers(@Nullable Object value, Arguments given) throws EvaluationException {
        if (!(value instanceof List<?> list)) {
            return new double[0];
        }
        given.budget().step(list.size() / 4);
        double[] numbers = new double[list.size()];
        int index = 0;
        for (Object element : list) {
            numbers[index++] = given.calculator().number(element);
        }
        return numbers;
    }
}
