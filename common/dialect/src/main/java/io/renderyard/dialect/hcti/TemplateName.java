package io.renderyard.dialect.hcti;

import io.renderyard.kernel.template.TemplateId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Templates' names on the wire: {@code t-} and a UUID. */
public final class TemplateName {
    private static final Pattern FORM =
            Pattern.compile("t-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    private TemplateName() {}

    public static String of(TemplateId id) {
        return "t-" + id;
    }

    /** Empty when the text cannot be one. */
    public static Optional<TemplateId> parse(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new TemplateId(UUID.fromString(text.substring(2))))
                : Optional.empty();
    }
}
