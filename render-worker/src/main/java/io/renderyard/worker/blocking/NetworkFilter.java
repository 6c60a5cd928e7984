package io.renderyard.worker.blocking;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A filter on addresses that is not just a host. */
record NetworkFilter(UrlPattern pattern, FilterOptions options) {
    /** Empty when the pattern is a regular expression that is not one here. */
    static Optional<NetworkFilter> of(String text, FilterOptions options) {
        if (text.length() > 2 && text.startsWith("/") && text.endsWith("/")) {
            return regex(text.substring(1, text.length() - 1), options);
        }
        return Optional.of(new NetworkFilter(new WildcardPattern(text, options.matchCase()), options));
    }

    private static Optional<NetworkFilter> regex(String text, FilterOptions options) {
        try {
            Pattern pattern = Pattern.compile(text, options.matchCase() ? 0 : Pattern.CASE_INSENSITIVE);
            return Optional.of(new NetworkFilter(new RegexPattern(pattern), options));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    boolean matches(Request request) {
        return options.admit(request) && pattern.matches(request);
    }
}
