package io.renderyard.dialect.pictify;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.renderyard.kernel.template.TemplateVariable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A variable's definition; section 7.1.
 *
 * @param notes what the author's editor keeps with it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VariableView(
        String name,
        String type,
        @Nullable Object defaultValue,
        @Nullable String description,
        boolean required,
        Validation validation,
        boolean allowRawHtml,
        @JsonAnyGetter Map<String, @Nullable Object> notes) {
    /** What a value must be. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Validation(
            boolean required,
            @Nullable Integer minLength,
            @Nullable Integer maxLength) {}

    static VariableView of(TemplateVariable variable) {
        return new VariableView(
                variable.name(),
                variable.type(),
                variable.defaultValue(),
                variable.description(),
                variable.required(),
                new Validation(variable.required(), variable.minLength(), variable.maxLength()),
                variable.raw(),
                variable.notes());
    }
}
