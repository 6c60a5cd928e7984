package io.renderyard.handlebars;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects what may be the name of a variable. */
final class Names {
    private static final Pattern FIRST = Pattern.compile(
            "(?:@root[./]|(?:\\.\\.?/)|this[./])*+(?:\\[(?<quoted>[^\\]]++)\\]|(?<plain>[^@./\\[]++)).*+");

    private static final Set<String> NONE = Set.of("this", "true", "false", "null", "undefined");

    private final Set<String> all = new LinkedHashSet<>();

    void path(String path) {
        Matcher first = FIRST.matcher(path);
        if (first.matches()) {
            String quoted = first.group("quoted");
            name(quoted == null ? first.group("plain") : quoted);
        }
    }

    void name(String name) {
        if (!NONE.contains(name)) {
            all.add(name);
        }
    }

    Set<String> all() {
        return Collections.unmodifiableSet(all);
    }
}
