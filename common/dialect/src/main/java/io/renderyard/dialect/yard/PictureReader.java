package io.renderyard.dialect.yard;

import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.prompt.Prompt;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads variables of type image: a prompt, whose picture is painted first and then fills the place. */
final class PictureReader {
    private static final String TYPE = "type";

    private final Violations violations;
    private final PromptReader prompts;

    PictureReader(Violations violations, SubmissionContext context) {
        this.violations = violations;
        this.prompts = new PromptReader(violations, context);
    }

    static boolean isPicture(@Nullable Object value) {
        return value instanceof Map<?, ?> members && "image".equals(members.get(TYPE));
    }

    /** Null when it cannot be painted, which is then noted. */
    @Nullable
    Prompt read(String field, Object picture) {
        Map<Object, @Nullable Object> members = new LinkedHashMap<>((Map<?, ?>) picture);
        members.remove(TYPE);
        return switch (StrictJson.read(() -> StrictJson.JSON.convertValue(members, PromptRequest.class))) {
            case StrictJson.Read.Value<PromptRequest>(PromptRequest asked) -> prompts.read(field, asked);
            case StrictJson.Read.NotJson<PromptRequest>(String why) -> refused(field, "cannot be read: " + why);
            case StrictJson.Read.Wrong<PromptRequest>(FieldError error) ->
                refused(error.field().isEmpty() ? field : field + '.' + error.field(), error.message());
        };
    }

    private @Nullable Prompt refused(String field, String why) {
        violations.add(field, why);
        return null;
    }
}
