package io.renderyard.dialect.pictify;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a picture is to be made of. */
public sealed interface Subject {
    /** Markup, a whole page or a fragment. */
    record Markup(String html) implements Subject {}

    record Address(URI url) implements Subject {}

    /** @param template its name, which may be none */
    record Templated(String template, Map<String, @Nullable Object> variables) implements Subject {}
}
