package io.renderyard.expression;

import java.util.LinkedHashSet;
import java.util.Set;

/** The variables that a value may have come from, also through the blocks around it. What only decided it is none. */
final class Origins {
    /** Stands for all variables at once. */
    private static final String ALL = "this";

    private final Budget budget;
    private final Set<String> names = new LinkedHashSet<>();

    private Origins(Budget budget) {
        this.budget = budget;
    }

    static Set<String> of(Node node, Scope scope, Budget budget) throws EvaluationException {
        Origins origins = new Origins(budget);
        origins.look(node, scope);
        return origins.names;
    }

    private void look(Node node, Scope scope) throws EvaluationException {
        budget.step(1 + scope.depth());
        budget.enter();
        switch (node) {
            case Node.Variable(String name) -> variable(name, scope);
            case Node.This ignored -> subject(scope, ALL);
            case Node.LoopVariable(String name) when name.equals("root") -> names.add(ALL);
            case Node.LoopVariable ignored -> subject(scope, ALL);
            case Node.Outside(Node inner) -> {
                if (scope.outer() != null) {
                    look(inner, scope.outer());
                }
            }
            case Node.Dashed(var ignored, Node joined, Node split) -> {
                look(joined, scope);
                look(split, scope);
            }
            case Node.Choice(var ignored, Node then, Node otherwise) -> {
                look(then, scope);
                look(otherwise, scope);
            }
            default -> {
                for (Node part : node.parts()) {
                    look(part, scope);
                }
            }
        }
        budget.leave();
    }

    private void variable(String name, Scope scope) throws EvaluationException {
        Scope owner = scope.having(name);
        if (owner == null) {
            names.add(name);
        } else {
            subject(owner, name);
        }
    }

    /** What a block's thing came from; in no block it is the variable itself. */
    private void subject(Scope scope, String outermost) throws EvaluationException {
        if (scope.subject() == null || scope.outer() == null) {
            names.add(outermost);
        } else {
            look(scope.subject(), scope.outer());
        }
    }
}
