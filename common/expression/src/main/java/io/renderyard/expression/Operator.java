package io.renderyard.expression;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signs between two values, with the meanings of JavaScript. */
enum Operator {
    PLUS,
    MINUS,
    TIMES,
    DIVIDED,
    REMAINDER,
    LESS,
    GREATER,
    AT_MOST,
    AT_LEAST,
    EQUAL,
    UNEQUAL,
    SAME,
    OTHER;

    private static final Map<String, Operator> EQUALITY = Map.of("==", EQUAL, "!=", UNEQUAL, "===", SAME, "!==", OTHER);
    private static final Map<String, Operator> RELATION =
            Map.of("<", LESS, ">", GREATER, "<=", AT_MOST, ">=", AT_LEAST);
    private static final Map<String, Operator> SUM = Map.of("+", PLUS, "-", MINUS);
    private static final Map<String, Operator> PRODUCT = Map.of("*", TIMES, "/", DIVIDED, "%", REMAINDER);

    static @Nullable Operator equality(Token token) {
        return of(EQUALITY, token);
    }

    static @Nullable Operator relation(Token token) {
        return of(RELATION, token);
    }

    static @Nullable Operator sum(Token token) {
        return of(SUM, token);
    }

    static @Nullable Operator product(Token token) {
        return of(PRODUCT, token);
    }

    private static @Nullable Operator of(Map<String, Operator> signs, Token token) {
        return token.kind() == Token.Kind.SIGN ? signs.get(token.text()) : null;
    }

    @Nullable
    Object apply(@Nullable Object left, @Nullable Object right, Calculator with) throws EvaluationException {
        return switch (this) {
            case PLUS -> with.add(left, right);
            case MINUS -> with.number(left) - with.number(right);
            case TIMES -> with.number(left) * with.number(right);
            case DIVIDED -> with.number(left) / with.number(right);
            case REMAINDER -> with.number(left) % with.number(right);
            case LESS -> with.compare(left, right, c -> c < 0);
            case GREATER -> with.compare(left, right, c -> c > 0);
            case AT_MOST -> with.compare(left, right, c -> c <= 0);
            case AT_LEAST -> with.compare(left, right, c -> c >= 0);
            case EQUAL -> with.looselyEqual(left, right);
            case UNEQUAL -> !with.looselyEqual(left, right);
            case SAME -> with.strictlyEqual(left, right);
            case OTHER -> !with.strictlyEqual(left, right);
        };
    }
}
