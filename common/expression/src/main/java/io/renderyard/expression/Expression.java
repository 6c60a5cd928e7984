package io.renderyard.expression;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One expression, such as {@code currency(price * quantity, 'USD')}. Taken apart once. Thread-safe. */
public final class Expression {
    private final Node node;

    private Expression(Node node) {
        this.node = node;
    }

    /** @param text with braces around it or without */
    public static Expression parse(String text) throws SyntaxException {
        return new Expression(read(text, new ParsingBudget()));
    }

    static Node read(String text, ParsingBudget budget) throws SyntaxException {
        String stripped = text.strip();
        boolean hasBraces = stripped.startsWith("{{") && stripped.endsWith("}}") && stripped.length() >= 4;
        int from = hasBraces ? text.indexOf("{{") + 2 : 0;
        int to = hasBraces ? text.lastIndexOf("}}") : text.length();
        return TagReader.expression(text, from, to, budget);
    }

    /** What it comes to. */
    public Result evaluate(Map<String, ? extends @Nullable Object> values, boolean isStrict)
            throws EvaluationException {
        Budget budget = new Budget();
        Object value = new Evaluator(isStrict, budget).value(node, Scope.of(values));
        return new Result(new Plain(budget).of(value), Values.type(value), Written.of(value, budget));
    }

    /** The first names of its paths. */
    public Set<String> variables() {
        return Names.variables(node);
    }

    /** Names of the functions that it calls. */
    public Set<String> functions() {
        return Names.functions(node);
    }

    /** All functions that there are. */
    public static List<Signature> known() {
        return Functions.signatures();
    }

    /**
     * What an expression comes to.
     *
     * @param value in JSON's types, whole numbers as such; null where it is undefined or no number, too
     * @param type string, number, boolean, array, object, null or undefined
     * @param text as it is written in a template, not escaped
     */
    public record Result(@Nullable Object value, String type, String text) {}
}
