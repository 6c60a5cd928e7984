package io.renderyard.expression;

import io.renderyard.expression.Signature.Category;
import io.renderyard.expression.Signature.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function with its description. */
record Function(Signature signature, Body body) {
    /** What it does. */
    interface Body {
        @Nullable
        Object apply(Arguments arguments) throws EvaluationException;
    }

    /** Puts one together. */
    static final class Builder {
        private final String name;
        private final Category category;
        private final String description;
        private final List<Parameter> parameters = new ArrayList<>();

        Builder(Category category, String name, String description) {
            this.category = category;
            this.name = name;
            this.description = description;
        }

        Builder takes(String parameter, String type) {
            parameters.add(new Parameter(parameter, type, false, ""));
            return this;
        }

        /** @param whenLeftOut what counts then, as the language writes it */
        Builder mayTake(String parameter, String type, String whenLeftOut) {
            parameters.add(new Parameter(parameter, type, true, whenLeftOut));
            return this;
        }

        Function returns(String type, String example, String result, Body body) {
            return new Function(new Signature(name, category, description, parameters, type, example, result), body);
        }
    }
}
