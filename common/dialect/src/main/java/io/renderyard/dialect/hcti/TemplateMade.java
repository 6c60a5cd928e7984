package io.renderyard.dialect.hcti;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.renderyard.kernel.template.TemplateVersionId;

/** The answer to a template that was made or changed; section 7.1. */
public record TemplateMade(
        @JsonProperty("template_id") String templateId,
        @JsonProperty("template_version") long templateVersion) {
    public static TemplateMade of(TemplateVersionId version) {
        return new TemplateMade(TemplateName.of(version.template()), version.number());
    }
}
