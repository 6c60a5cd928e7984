package io.renderyard.dialect.pictory;

import io.renderyard.kernel.job.FieldError;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * The members of a body and all that is wrong with them, in the words of the validator that the vendor uses; contract
 * {@code pictory.md}, section 3.4. Members that nobody asks for mean nothing. Null is a value, and a wrong one.
 */
final class Checked {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final JsonNode body;
    private final List<FieldError> errors;

    /** @param errors what is wrong is added to them */
    Checked(JsonNode body, List<FieldError> errors) {
        this.body = body;
        this.errors = errors;
    }

    private void wrong(String field, String rule) {
        errors.add(error(field, rule));
    }

    static FieldError error(String field, String rule) {
        return new FieldError(field, "\"" + field + "\" " + rule);
    }

    boolean has(String field) {
        return body.has(field);
    }

    /** A text that must be there. Empty when it is wrong. */
    String required(String field) {
        if (!body.has(field)) {
            wrong(field, "is required");
            return "";
        }
        String text = text(field);
        return text == null ? "" : text;
    }

    /** As {@link #required}; its length is counted in code points, and nothing is trimmed. */
    String required(String field, int least, int most) {
        String text = required(field);
        int length = text.codePointCount(0, text.length());
        if (length > 0 && length < least) {
            wrong(field, "length must be at least " + least + " characters long");
        } else if (length > most) {
            wrong(field, "length must be less than or equal to " + most + " characters long");
        }
        return text;
    }

    /** Null when it is not there, and when it is wrong. */
    private @Nullable String text(String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode()) {
            return null;
        }
        if (!(value instanceof StringNode text)) {
            wrong(field, "must be a string");
            return null;
        }
        if (text.stringValue().isEmpty()) {
            wrong(field, "is not allowed to be empty");
            return null;
        }
        return text.stringValue();
    }

    /** One of some words; null when it is not there, and when it is wrong. */
    @Nullable
    String word(String field, List<String> words) {
        JsonNode value = body.path(field);
        if (value.isMissingNode()) {
            return null;
        }
        if (value instanceof StringNode text && words.contains(text.stringValue())) {
            return text.stringValue();
        }
        wrong(field, "must be one of [" + String.join(", ", words) + "]");
        return null;
    }

    /** An address; null when it is not there, and when it is wrong. */
    @Nullable
    URI address(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        URI address = uri(text);
        if (address == null) {
            wrong(field, "must be a valid uri");
        } else if (!SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))) {
            wrong(field, "must be a valid uri with a scheme matching the http|https pattern");
            return null;
        } else if (hidden(address)) {
            wrong(field, NOT_PUBLIC);
            return null;
        }
        return address;
    }

    static final String NOT_PUBLIC = "must be a publicly accessible url";

    private static @Nullable URI uri(String text) {
        try {
            URI address = new URI(text);
            return address.isAbsolute() ? address : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** It leads nowhere, or only somebody with a password there. */
    private static boolean hidden(URI address) {
        String authority = address.getRawAuthority();
        return authority == null || authority.startsWith(":") || authority.indexOf('@') >= 0;
    }
}
