package io.renderyard.dialect.yard;

import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.prompt.Prompt;
import io.renderyard.kernel.render.Source;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads where a picture comes from. */
final class SourceReader {
    private final Violations violations;
    private final SubmissionContext context;

    SourceReader(Violations violations, SubmissionContext context) {
        this.violations = violations;
        this.context = context;
    }

    /** Null when there is none that could be drawn, which is then noted. */
    @Nullable
    Source read(String field, @Nullable SourceRequest source) {
        if (source == null || (source.page().equals(PageRequest.NOTHING) && !source.isPrompt())) {
            violations.add(field, "is required: one of {\"html\": …}, {\"url\": …} and {\"prompt\": …}");
            return null;
        }
        if (source.isPrompt()) {
            Prompt prompt = new PromptReader(violations, context).read(field, source.painted());
            return prompt == null ? null : new Source.Painted(prompt);
        }
        if (source.prompt() != null) {
            violations.add(field, "must have only one of html, url and prompt");
            return null;
        }
        membersOfPrompts(source).forEach((name, value) -> {
            if (value != null) {
                violations.add(field + '.' + name, "is for a prompt, not for html and url");
            }
        });
        return new PageReader(violations).read(field, source.page());
    }

    private static Map<String, @Nullable Object> membersOfPrompts(SourceRequest source) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("model", source.model());
        members.put("aspectRatio", source.aspectRatio());
        members.put("style", source.style());
        members.put("referenceImageUrl", source.referenceImageUrl());
        members.put("negativePrompt", source.negativePrompt());
        members.put("seed", source.seed());
        return members;
    }
}
