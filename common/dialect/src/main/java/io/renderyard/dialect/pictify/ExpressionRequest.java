package io.renderyard.dialect.pictify;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A text of the template language and values for its names; section 9.9. */
public record ExpressionRequest(String text, Map<String, @Nullable Object> variables) {
    private static final int LONGEST = 500_000;

    /** @param field where the text stands: {@code expression}, or {@code text} with expressions between braces */
    public static Reading<ExpressionRequest> read(byte[] bytes, String field) {
        return Members.of(bytes)
                .map(body -> body.orWrong(new ExpressionRequest(
                        body.required(field, LONGEST), SubjectReader.variables(body, "variables"))))
                .orElseGet(ImageRequests::unreadable);
    }
}
