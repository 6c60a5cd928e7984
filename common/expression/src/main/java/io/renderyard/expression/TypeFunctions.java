package io.renderyard.expression;

import io.renderyard.expression.Signature.Category;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Functions that ask what a value is. */
final class TypeFunctions {
    static final List<Function> ALL = List.of(
            of("isEmpty", "Whether it is nothing, a blank text, or a list or map of nothing.")
                    .returns("boolean", "isEmpty('  ')", "true", TypeFunctions::isEmpty),
            of("isNotEmpty", "Whether there is something in it.")
                    .returns("boolean", "isNotEmpty('a')", "true", given -> !isEmpty(given)),
            of(
                    "isDefined",
                    "Whether it was given, if only as null.",
                    "isDefined(null)",
                    "true",
                    value -> value != Undefined.UNDEFINED),
            of(
                    "isUndefined",
                    "Whether it was not given.",
                    "isUndefined(nobody)",
                    "true",
                    value -> value == Undefined.UNDEFINED),
            of("isArray", "Whether it is a list.", "isArray([1])", "true", value -> value instanceof List<?>),
            of("isString", "Whether it is a text.", "isString('a')", "true", value -> value instanceof CharSequence),
            of(
                    "isNumber",
                    "Whether it is a number.",
                    "isNumber(1)",
                    "true",
                    value -> value instanceof Number number && !Double.isNaN(number.doubleValue())),
            of(
                    "isBoolean",
                    "Whether it is true or false.",
                    "isBoolean(false)",
                    "true",
                    value -> value instanceof Boolean),
            of(
                    "isObject",
                    "Whether it has names with values.",
                    "isObject([1])",
                    "false",
                    value -> value instanceof Map<?, ?>));

    private TypeFunctions() {}

    private static Function.Builder of(String name, String description) {
        return new Function.Builder(Category.TYPE, name, description).takes("value", "any");
    }

    private static Function of(
            String name, String description, String example, String result, Predicate<@Nullable Object> question) {
        return of(name, description).returns("boolean", example, result, given -> question.test(given.at(0)));
    }

    private static boolean isEmpty(Arguments given) throws EvaluationException {
        return switch (given.at(0)) {
            case null -> true;
            case Undefined ignored -> true;
            case CharSequence ignored -> given.text(0).isBlank();
            case List<?> list -> list.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            default -> false;
        };
    }
}
