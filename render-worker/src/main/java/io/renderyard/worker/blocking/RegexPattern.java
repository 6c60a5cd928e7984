package io.renderyard.worker.blocking;

import java.util.List;
import java.util.regex.Pattern;

/** {@code /…/}; rare in lists, and never found by a word. */
record RegexPattern(Pattern pattern) implements UrlPattern {
    @Override
    public boolean matches(Request request) {
        return pattern.matcher(request.url()).find();
    }

    @Override
    public List<String> words() {
        return List.of();
    }
}
