package io.renderyard.expression;

import io.renderyard.expression.Signature.Category;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions for lists, most of them for texts, too. */
final class ListFunctions {
    /** What looking at an element takes, in characters. */
    private static final int A_LOOK = 4;

    static final List<Function> ALL = List.of(
            of("length", "How many elements, characters or names it has; of anything else it is 0.")
                    .takes("value", "any")
                    .returns("number", "length([1, 2, 3])", "3", given -> Values.length(given.at(0))),
            of("first", "A list's first element.")
                    .takes("list", "array")
                    .returns("any", "first(['x', 'y'])", "x", given -> element(given.at(0), 0)),
            of("last", "A list's last element.")
                    .takes("list", "array")
                    .returns(
                            "any",
                            "last(['x', 'y'])",
                            "y",
                            given -> element(given.at(0), Values.length(given.at(0)) - 1)),
            of("join", "A list's elements as one text.")
                    .takes("list", "array")
                    .mayTake("separator", "string", "', '")
                    .returns("string", "join(['a', 'b'], ' / ')", "a / b", ListFunctions::join),
            of("slice", "From one place to before another; negative ones count from the end.")
                    .takes("value", "any")
                    .mayTake("start", "number", "0")
                    .mayTake("end", "number", "length(value)")
                    .returns("any", "slice([1, 2, 3, 4], 1, 3)", "2,3", ListFunctions::slice),
            of("contains", "Whether a list has an element, or a text has a part.")
                    .takes("value", "any")
                    .takes("element", "any")
                    .returns("boolean", "contains('hello', 'ell')", "true", given -> indexOf(given) >= 0),
            of("indexOf", "Where an element or a part is for the first time; -1 where it is not.")
                    .takes("value", "any")
                    .takes("element", "any")
                    .returns("number", "indexOf(['a', 'b'], 'b')", "1", ListFunctions::indexOf));

    private ListFunctions() {}

    private static Function.Builder of(String name, String description) {
        return new Function.Builder(Category.ARRAY, name, description);
    }

    private static @Nullable Object element(@Nullable Object value, int index) {
        return switch (value) {
            case List<?> list -> Values.element(list, index);
            case CharSequence text -> Values.character(text, index);
            case null, default -> Undefined.UNDEFINED;
        };
    }

    private static String join(Arguments given) throws EvaluationException {
        if (!(given.at(0) instanceof List<?> list)) {
            return given.text(0);
        }
        String separator = given.text(1, ", ");
        StringBuilder joined = new StringBuilder();
        String before = "";
        for (Object element : list) {
            String text = given.calculator().text(element);
            given.budget().make(1L + before.length() + text.length());
            joined.append(before).append(text);
            before = separator;
        }
        return joined.toString();
    }

    private static Object slice(Arguments given) throws EvaluationException {
        Object value = given.at(0);
        int length = value instanceof Map<?, ?> ? 0 : Values.length(value);
        int start = place(given.whole(1, 0), length);
        int end = Math.max(start, place(given.whole(2, length), length));
        given.budget().make(end - start);
        return switch (value) {
            case List<?> list -> list.subList(start, end);
            case CharSequence text -> text.subSequence(start, end).toString();
            case null, default -> "";
        };
    }

    private static int place(int index, int length) {
        return Math.clamp(index < 0 ? (long) length + index : index, 0, length);
    }

    private static int indexOf(Arguments given) throws EvaluationException {
        return switch (given.at(0)) {
            case List<?> list -> indexOf(list, given.at(1), given);
            case CharSequence text -> given.calculator().search(text.toString(), given.text(1), 0);
            case null, default -> -1;
        };
    }

    private static int indexOf(List<?> list, @Nullable Object element, Arguments given) throws EvaluationException {
        int index = 0;
        for (Object one : list) {
            given.budget().read(A_LOOK);
            if (given.calculator().strictlyEqual(one, element)) {
                return index;
            }
            index++;
        }
        return -1;
    }
}
