package io.renderyard.expression;

import io.renderyard.expression.Signature.Category;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions about missing values and JSON. */
final class UtilityFunctions {
    static final List<Function> ALL = List.of(
            of("default", "Another value where it is nothing or an empty text.")
                    .takes("value", "any")
                    .takes("fallback", "any")
                    .returns(
                            "any",
                            "default('', 'Guest')",
                            "Guest",
                            given -> isLacking(given.at(0)) ? given.at(1) : given.at(0)),
            of("coalesce", "The first value that is something.")
                    .takes("values", "any")
                    .returns("any", "coalesce(null, 'Ada')", "Ada", UtilityFunctions::coalesce),
            of("json", "As compact JSON.")
                    .takes("value", "any")
                    .returns(
                            "string",
                            "json([1, 'a'])",
                            "[1,\"a\"]",
                            given -> Json.written(given.at(0), given.budget())),
            of("parseJson", "The value that a JSON text says; null where it is none.")
                    .takes("text", "string")
                    .returns(
                            "any",
                            "parseJson('{\"a\": 1}').a",
                            "1",
                            given -> Json.parsed(given.text(0), given.budget())));

    private UtilityFunctions() {}

    private static Function.Builder of(String name, String description) {
        return new Function.Builder(Category.UTILITY, name, description);
    }

    private static boolean isLacking(@Nullable Object value) {
        return Values.isNothing(value) || (value instanceof CharSequence text && text.isEmpty());
    }

    private static @Nullable Object coalesce(Arguments given) {
        for (Object value : given.values()) {
            if (!Values.isNothing(value)) {
                return value;
            }
        }
        return Undefined.UNDEFINED;
    }
}
