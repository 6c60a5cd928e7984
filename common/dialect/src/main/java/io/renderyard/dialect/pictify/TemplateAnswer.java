package io.renderyard.dialect.pictify;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template in its envelope, with its names beside it for readers of the bare shape; section 7.3.
 *
 * @param addedVariables that were found in the markup and had no definition
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TemplateAnswer(
        TemplateView template,
        String uid,
        String name,
        @Nullable List<String> addedVariables) {
    public static TemplateAnswer of(TemplateView template) {
        return new TemplateAnswer(template, template.uid(), template.name(), null);
    }

    /** After it was made or changed. */
    public static TemplateAnswer of(TemplateView template, List<String> added) {
        return new TemplateAnswer(template, template.uid(), template.name(), List.copyOf(added));
    }
}
