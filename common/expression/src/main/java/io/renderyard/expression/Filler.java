package io.renderyard.expression;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a template's blocks with values. For one filling. */
final class Filler {
    private static final int MOST_ITERATIONS = 5_000;

    private final Filling how;
    private final Output output;
    private final Budget budget;
    private final Evaluator evaluator;

    Filler(Filling how, Budget budget) {
        this.how = how;
        this.budget = budget;
        this.output = how.escape() == Escape.MARKUP ? new MarkupOutput(how.longest()) : new Output(how.longest());
        this.evaluator = new Evaluator(how.isStrict(), budget);
    }

    String fill(List<Block> blocks, Scope scope) throws EvaluationException {
        write(blocks, scope);
        return output.whole();
    }

    private void write(List<Block> blocks, Scope scope) throws EvaluationException {
        for (Block block : blocks) {
            budget.block();
            budget.begin();
            switch (block) {
                case Block.Text(String text) -> output.write(text);
                case Block.Place place -> place(place, scope);
                case Block.Choice choice -> choose(choice, scope);
                case Block.Loop loop -> loop(loop, scope);
                case Block.Conditional conditional -> draw(conditional, scope);
                case Block.With with -> with(with, scope);
            }
        }
    }

    private void place(Block.Place place, Scope scope) throws EvaluationException {
        String value = evaluator.text(place.value(), scope);
        if (place.isRaw()) {
            mustBeAllowedRaw(place.value(), scope);
        }
        output.value(value, place.isRaw() ? Escape.NONE : how.escape());
    }

    private void mustBeAllowedRaw(Node value, Scope scope) throws EvaluationException {
        if (output.isInScript() && !how.hasScripts()) {
            throw new EvaluationException(
                    EvaluationException.Code.RAW_NOT_ALLOWED, "nothing must be written without escaping in a script");
        }
        for (String name : Origins.of(value, scope, budget)) {
            if (!how.rawNames().test(name)) {
                throw new EvaluationException(
                        EvaluationException.Code.RAW_NOT_ALLOWED,
                        "the variable \"" + name + "\" must not be written without escaping");
            }
        }
    }

    private void choose(Block.Choice choice, Scope scope) throws EvaluationException {
        for (Block.Branch branch : choice.branches()) {
            budget.begin();
            if (branch.holds(evaluator.subject(branch.condition(), scope))) {
                write(branch.body(), scope);
                return;
            }
        }
        write(choice.otherwise(), scope);
    }

    private void loop(Block.Loop loop, Scope scope) throws EvaluationException {
        switch (evaluator.subject(loop.over(), scope)) {
            case List<?> list
            when !list.isEmpty() -> {
                mustBeFew(list.size());
                int index = 0;
                for (Object element : list) {
                    turn(loop, scope, element, new Scope.Turn(index++, list.size(), null));
                }
            }
            case Map<?, ?> map
            when !map.isEmpty() -> {
                mustBeFew(map.size());
                int index = 0;
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    String key = String.valueOf(entry.getKey());
                    turn(loop, scope, entry.getValue(), new Scope.Turn(index++, map.size(), key));
                }
            }
            case null, default -> write(loop.otherwise(), scope);
        }
    }

    private static void mustBeFew(int size) throws EvaluationException {
        if (size > MOST_ITERATIONS) {
            throw new EvaluationException(
                    EvaluationException.Code.TOO_MANY_ITERATIONS,
                    "a loop goes over %,d elements; %,d are allowed".formatted(size, MOST_ITERATIONS));
        }
    }

    private void turn(Block.Loop loop, Scope scope, @Nullable Object element, Scope.Turn turn)
            throws EvaluationException {
        budget.turn();
        write(loop.body(), scope.within(loop.over(), element, loop.aliases(), turn));
    }

    private void draw(Block.Conditional element, Scope scope) throws EvaluationException {
        if (isShown(element.condition(), scope)) {
            write(element.body(), scope);
        }
    }

    /**
     * An error is no reason to hide something, unless all errors count; where the whole budget is used up, that shows
     * soon.
     */
    private boolean isShown(Node condition, Scope scope) throws EvaluationException {
        try {
            return Values.isTrue(evaluator.subject(condition, scope));
        } catch (EvaluationException e) {
            if (how.isStrict()) {
                throw e;
            }
            return true;
        }
    }

    private void with(Block.With with, Scope scope) throws EvaluationException {
        Object of = evaluator.subject(with.of(), scope);
        if (Values.isTrue(of)) {
            write(with.body(), scope.within(with.of(), of, with.aliases(), null));
        } else {
            write(with.otherwise(), scope);
        }
    }
}
