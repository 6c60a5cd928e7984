package io.renderyard.gateway.template;

import io.renderyard.kernel.template.TemplateVariable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values for the places of a template: what was given, else what its author says.
 *
 * @param problems what the author's rules refuse, in the order of the definitions
 */
public record TemplateValues(Map<String, @Nullable Object> all, List<Problem> problems) {
    /** @param variable its name */
    public record Problem(String variable, Rule rule, String message) {}

    /** A rule of the author's. */
    public enum Rule {
        REQUIRED,
        LENGTH
    }

    /** An empty default says nothing: a place without a value is empty anyway, and a strict template must tell. */
    public static TemplateValues of(List<TemplateVariable> variables, Map<String, ? extends @Nullable Object> given) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(given);
        List<Problem> problems = new ArrayList<>();
        for (TemplateVariable variable : variables) {
            Object otherwise = variable.defaultValue();
            if (all.get(variable.name()) == null && says(otherwise)) {
                all.put(variable.name(), otherwise);
            }
            judge(variable, all.get(variable.name()), problems);
        }
        return new TemplateValues(all, List.copyOf(problems));
    }

    private static boolean says(@Nullable Object value) {
        return value != null && !value.equals("");
    }

    private static void judge(TemplateVariable variable, @Nullable Object value, List<Problem> problems) {
        if (!says(value)) {
            if (variable.required()) {
                problems.add(new Problem(variable.name(), Rule.REQUIRED, "is required by the template"));
            }
            return;
        }
        if (value instanceof String text) {
            int length = text.codePointCount(0, text.length());
            if (variable.minLength() != null && length < variable.minLength()) {
                problems.add(length(variable, "must not be shorter than " + variable.minLength() + " characters"));
            }
            if (variable.maxLength() != null && length > variable.maxLength()) {
                problems.add(length(variable, "must not be longer than " + variable.maxLength() + " characters"));
            }
        }
    }

    private static Problem length(TemplateVariable variable, String message) {
        return new Problem(variable.name(), Rule.LENGTH, message);
    }
}
