package io.renderyard.kernel.render;

import java.net.URI;

/** Where the page comes from. */
public sealed interface Source {
    /** Markup, a whole document or a fragment. */
    record Html(String markup) implements Source {}

    /** A page to load; always http or https. */
    record Url(URI address) implements Source {}
}
