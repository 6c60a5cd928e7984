package io.renderyard.dialect.pictify;

import java.util.List;
import java.util.function.Function;

/** What came of reading a body. */
public sealed interface Reading<T> {
    record Understood<T>(T value) implements Reading<T> {}

    /** @param problems every field that is wrong; none when the body is no JSON object */
    record Wrong<T>(List<FieldProblem> problems) implements Reading<T> {
        public Wrong {
            problems = List.copyOf(problems);
        }
    }

    /** More of something than there may be. */
    record TooLarge<T>(String why) implements Reading<T> {}

    /** The vendor has it, and this farm has not yet. */
    record LeftOut<T>(String what) implements Reading<T> {}

    /** What comes of reading on, where this was understood. */
    default <R> Reading<R> then(Function<? super T, Reading<R>> further) {
        return switch (this) {
            case Understood<T>(T value) -> further.apply(value);
            case Wrong<T>(List<FieldProblem> problems) -> new Wrong<>(problems);
            case TooLarge<T>(String why) -> new TooLarge<>(why);
            case LeftOut<T>(String what) -> new LeftOut<>(what);
        };
    }
}
