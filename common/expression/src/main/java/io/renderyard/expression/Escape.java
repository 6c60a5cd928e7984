package io.renderyard.expression;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** How a value is written, so that it stays a value in the text around it. */
public enum Escape {
    /** For text and quoted attributes of HTML. */
    MARKUP {
        @Override
        void write(String value, Output to) throws EvaluationException {
            int from = 0;
            for (int at = 0; at < value.length(); at++) {
                String reference = reference(value.charAt(at));
                if (reference != null) {
                    to.write(value, from, at);
                    to.write(reference);
                    from = at + 1;
                }
            }
            to.write(value, from, value.length());
        }
    },
    /** Percent-encoded: one segment of a path, or one value of a query. */
    ADDRESS {
        @Override
        void write(String value, Output to) throws EvaluationException {
            to.write(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
        }
    },
    /** As it is. */
    NONE {
        @Override
        void write(String value, Output to) throws EvaluationException {
            to.write(value);
        }
    };

    abstract void write(String value, Output to) throws EvaluationException;

    private static @Nullable String reference(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            case '`' -> "&#96;";
            case '=' -> "&#61;";
            default -> null;
        };
    }
}
