package io.renderyard.dialect.pictify;

import io.renderyard.kernel.template.TemplateContent;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template that is rendered once and not kept; section 7.7.
 *
 * @param content as if it were created
 */
public record PreviewRequest(TemplateContent content, Map<String, @Nullable Object> variables, Drawing drawing) {
    /** {@code POST /templates/preview}. */
    public static Reading<PreviewRequest> read(byte[] bytes, Instant now) {
        return TemplateRequests.create(bytes, now)
                .then(content -> Members.of(bytes)
                        .map(body -> body.orWrong(new PreviewRequest(
                                content,
                                SubjectReader.variables(body, "variables"),
                                Drawing.plain(OutputFormat.shown(body), null, null, 1))))
                        .orElseGet(ImageRequests::unreadable));
    }
}
