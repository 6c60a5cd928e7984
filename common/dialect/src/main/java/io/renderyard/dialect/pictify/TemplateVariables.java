package io.renderyard.dialect.pictify;

import io.renderyard.kernel.template.TemplateVariable;
import io.renderyard.kernel.template.TemplateVersion;
import java.util.List;

/** {@code GET /templates/{uid}/variables}; section 7.4. */
public record TemplateVariables(String templateUid, String templateName, List<VariableView> variables) {
    public static TemplateVariables of(TemplateVersion version) {
        List<TemplateVariable> variables = version.content().variables();
        return new TemplateVariables(
                TemplateName.of(version.id().template()),
                version.content().head().name(),
                variables.stream().map(VariableView::of).toList());
    }
}
