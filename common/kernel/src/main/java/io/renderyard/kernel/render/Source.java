package io.renderyard.kernel.render;

import io.renderyard.kernel.prompt.Prompt;
import java.net.URI;
import java.util.Set;

/** Where the picture comes from. */
public sealed interface Source {
    /** Markup, a whole document or a fragment. */
    record Html(String markup) implements Source {}

    /** Markup in the Handlebars language, whose places the submission's variables fill. */
    record Handlebars(String markup) implements Source {}

    /**
     * Markup in our own language, whose places the submission's variables fill.
     *
     * @param raw variables whose values may be markup
     * @param strict a place without a value is refused instead of left empty
     * @param scripts whether scripts of the markup run, so that places within them are filled
     */
    record Expressions(String markup, Set<String> raw, boolean strict, boolean scripts) implements Source {
        public Expressions {
            raw = Set.copyOf(raw);
        }
    }

    /** A page to load; always http or https. */
    record Url(URI address) implements Source {}

    /** Words for a model. No page, and no browser: of the rest of a spec only the format counts. */
    record Painted(Prompt prompt) implements Source {}
}
