package io.renderyard.expression;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How a value is written, so that it stays a value in the text around it. */
public enum Escape {
    /** For text and quoted attributes of HTML. */
    MARKUP {
        @Override
        String apply(String value) {
            return value.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;")
                    .replace("'", "&#39;");
        }
    },
    /** Percent-encoded: one segment of a path, or one value of a query. */
    ADDRESS {
        @Override
        String apply(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        }
    },
    /** As it is. */
    NONE {
        @Override
        String apply(String value) {
            return value;
        }
    };

    abstract String apply(String value);
}
