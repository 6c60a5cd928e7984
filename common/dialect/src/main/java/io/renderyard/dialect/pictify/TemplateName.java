package io.renderyard.dialect.pictify;

import io.renderyard.kernel.template.TemplateId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Templates' names on this wire: {@code tmpl_} and 32 hexadecimal digits. */
public final class TemplateName {
    private static final String PREFIX = "tmpl_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{32}", Pattern.CASE_INSENSITIVE);
    private static final int HALF = 16;
    private static final int HEX = 16;

    private TemplateName() {}

    public static String of(TemplateId id) {
        return PREFIX + id.value().toString().replace("-", "");
    }

    /** Empty when the text cannot be one. */
    public static Optional<TemplateId> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.substring(PREFIX.length());
        return Optional.of(new TemplateId(new UUID(
                Long.parseUnsignedLong(digits.substring(0, HALF), HEX),
                Long.parseUnsignedLong(digits.substring(HALF), HEX))));
    }
}
