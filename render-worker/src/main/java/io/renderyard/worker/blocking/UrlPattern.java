package io.renderyard.worker.blocking;

import java.util.List;

/** The part of a filter that looks at the address. */
sealed interface UrlPattern permits WildcardPattern, RegexPattern {
    boolean matches(Request request);

    /** Words of which each stands in every address that matches; a filter is found by one of them. */
    List<String> words();
}
