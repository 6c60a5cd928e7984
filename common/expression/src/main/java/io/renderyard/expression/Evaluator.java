package io.renderyard.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out expressions. For one filling. */
final class Evaluator {
    /** They are asked about what may not be there. */
    private static final Set<String> FORGIVING =
            Set.of("default", "coalesce", "isEmpty", "isNotEmpty", "isDefined", "isUndefined");

    private final boolean isStrict;
    private final Budget budget;
    private final Calculator calculator;

    Evaluator(boolean isStrict, Budget budget) {
        this.isStrict = isStrict;
        this.budget = budget;
        this.calculator = new Calculator(budget);
    }

    String text(Node node, Scope scope) throws EvaluationException {
        return calculator.text(value(node, scope));
    }

    /** Where it is a bare name, it may be missing. */
    @Nullable
    Object subject(Node node, Scope scope) throws EvaluationException {
        return node instanceof Node.Variable(String name) ? find(name, scope) : value(node, scope);
    }

    @Nullable
    Object value(Node node, Scope scope) throws EvaluationException {
        budget.step();
        return switch (node) {
            case Node.Literal(Object value) -> value;
            case Node.Variable(String name) -> variable(name, scope);
            case Node.Dashed dashed -> value(meant(dashed, scope), scope);
            case Node.This ignored -> scope.present();
            case Node.LoopVariable(String name) -> loopVariable(name, scope);
            case Node.Outside(Node inner) -> scope.outer() == null ? Undefined.UNDEFINED : value(inner, scope.outer());
            case Node.Member(Node of, String name) -> Values.member(value(of, scope), name);
            case Node.Element(Node of, Node key) -> element(value(of, scope), value(key, scope));
            case Node.Call call -> call(call, scope);
            case Node.Choice(Node condition, Node then, Node otherwise) ->
                value(Values.isTrue(subject(condition, scope)) ? then : otherwise, scope);
            case Node.Not(Node of) -> !Values.isTrue(value(of, scope));
            case Node.Negation(Node of) -> -calculator.number(value(of, scope));
            case Node.ToNumber(Node of) -> calculator.number(value(of, scope));
            case Node.Calculation(Operator operator, Node left, Node right) ->
                operator.apply(value(left, scope), value(right, scope), calculator);
            case Node.And(Node left, Node right) -> {
                Object decides = value(left, scope);
                yield Values.isTrue(decides) ? value(right, scope) : decides;
            }
            case Node.Or(Node left, Node right) -> {
                Object decides = value(left, scope);
                yield Values.isTrue(decides) ? decides : value(right, scope);
            }
            case Node.Listing(List<Node> parts) -> listed(parts, scope);
        };
    }

    private @Nullable Object variable(String name, Scope scope) throws EvaluationException {
        Object value = find(name, scope);
        if (isStrict && value == Undefined.UNDEFINED) {
            throw new EvaluationException(
                    EvaluationException.Code.UNDEFINED_VARIABLE, "the variable \"" + name + "\" has no value");
        }
        return value;
    }

    private @Nullable Object find(String name, Scope scope) throws EvaluationException {
        budget.step(scope.depth());
        return scope.find(name);
    }

    private @Nullable Object loopVariable(String name, Scope scope) throws EvaluationException {
        budget.step(scope.depth());
        return scope.loopVariable(name);
    }

    private Node meant(Node.Dashed dashed, Scope scope) throws EvaluationException {
        Evaluator forgiving = isStrict ? new Evaluator(false, budget) : this;
        for (Node name : dashed.names()) {
            if (forgiving.value(name, scope) == Undefined.UNDEFINED) {
                return dashed.split();
            }
        }
        return dashed.joined();
    }

    private @Nullable Object element(@Nullable Object of, @Nullable Object key) throws EvaluationException {
        String name = calculator.text(key);
        budget.read(name.length());
        return Values.member(of, name);
    }

    private @Nullable Object call(Node.Call call, Scope scope) throws EvaluationException {
        boolean isForgiving = FORGIVING.contains(call.function().signature().name());
        List<@Nullable Object> values = new ArrayList<>(call.parts().size());
        for (Node part : call.parts()) {
            values.add(isForgiving ? subject(part, scope) : value(part, scope));
        }
        return call.function().body().apply(new Arguments(values, calculator, budget));
    }

    private List<@Nullable Object> listed(List<Node> parts, Scope scope) throws EvaluationException {
        List<@Nullable Object> values = new ArrayList<>(parts.size());
        for (Node part : parts) {
            Object value = value(part, scope);
            values.add(value == Undefined.UNDEFINED ? null : value);
        }
        return values;
    }
}
