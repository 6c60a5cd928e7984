package io.renderyard.gateway.template;

import io.renderyard.expression.Escape;
import io.renderyard.expression.EvaluationException;
import io.renderyard.expression.Filling;
import io.renderyard.expression.SyntaxException;
import io.renderyard.expression.Template;
import io.renderyard.handlebars.HandlebarsTemplate;
import io.renderyard.handlebars.InvalidTemplateException;
import io.renderyard.handlebars.TooMuchException;
import io.renderyard.kernel.template.Engine;
import io.renderyard.kernel.template.TemplateContent;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A markup taken apart, in whichever language it is written. Thread-safe. */
public sealed interface ParsedTemplate {
    /** As much as a worker takes. */
    int LONGEST = 10_000_000;

    /** @throws FlawedTemplateException when it is not of that language */
    static ParsedTemplate of(Engine engine, String markup) throws FlawedTemplateException {
        return switch (engine) {
            case EXPRESSION -> OfExpressions.of(markup);
            case HANDLEBARS -> OfHandlebars.of(markup);
        };
    }

    /** Names that it has places for. */
    Set<String> variables();

    /**
     * The page.
     *
     * @param rules whose markup it is
     * @param values by name, in JSON's types
     */
    String fill(TemplateContent rules, Map<String, ? extends @Nullable Object> values) throws UnfilledTemplateException;

    /** In our own language. */
    record OfExpressions(Template template) implements ParsedTemplate {
        static ParsedTemplate of(String markup) throws FlawedTemplateException {
            try {
                return new OfExpressions(Template.parse(markup));
            } catch (SyntaxException e) {
                FlawedTemplateException.Flaw flaw = switch (e.code()) {
                    case UNREADABLE -> FlawedTemplateException.Flaw.UNREADABLE;
                    case UNKNOWN_FUNCTION -> FlawedTemplateException.Flaw.UNKNOWN_FUNCTION;
                    case TOO_LARGE -> FlawedTemplateException.Flaw.TOO_LARGE;
                };
                throw new FlawedTemplateException(
                        flaw, e.position().line(), e.position().column(), String.valueOf(e.getMessage()), e.hint());
            }
        }

        @Override
        public Set<String> variables() {
            return template.variables();
        }

        @Override
        public String fill(TemplateContent rules, Map<String, ? extends @Nullable Object> values)
                throws UnfilledTemplateException {
            Filling how = new Filling(Escape.MARKUP, rules.strict(), rules.raw()::contains, rules.scripts(), LONGEST);
            try {
                return template.fill(values, how);
            } catch (EvaluationException e) {
                UnfilledTemplateException.Reason reason = switch (e.code()) {
                    case UNDEFINED_VARIABLE -> UnfilledTemplateException.Reason.UNDEFINED_VARIABLE;
                    case RAW_NOT_ALLOWED -> UnfilledTemplateException.Reason.RAW_NOT_ALLOWED;
                    case TOO_MANY_ITERATIONS -> UnfilledTemplateException.Reason.TOO_MANY_ITERATIONS;
                    case TOO_MANY_STEPS, TOO_LONG -> UnfilledTemplateException.Reason.TOO_MUCH;
                };
                throw new UnfilledTemplateException(reason, String.valueOf(e.getMessage()));
            }
        }
    }

    /** In Handlebars. */
    record OfHandlebars(HandlebarsTemplate template) implements ParsedTemplate {
        static ParsedTemplate of(String markup) throws FlawedTemplateException {
            try {
                return new OfHandlebars(HandlebarsTemplate.compile(markup));
            } catch (InvalidTemplateException e) {
                throw new FlawedTemplateException(
                        FlawedTemplateException.Flaw.UNREADABLE, e.line(), e.column(), e.sentence(), "");
            }
        }

        @Override
        public Set<String> variables() {
            return template.variables();
        }

        @Override
        public String fill(TemplateContent rules, Map<String, ? extends @Nullable Object> values)
                throws UnfilledTemplateException {
            try {
                return template.fill(values, LONGEST);
            } catch (TooMuchException e) {
                throw new UnfilledTemplateException(UnfilledTemplateException.Reason.TOO_MUCH, e.sentence());
            }
        }
    }
}
