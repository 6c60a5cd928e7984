package io.renderyard.expression;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All functions by name. */
final class Functions {
    /** Both evaluate one of two only, so the parser takes them for a condition. */
    private static final List<String> CHOICES = List.of("if", "IF");

    private static final Map<String, Function> ALL = all();
    private static final Map<String, Function> ALIASES = aliases();

    private Functions() {}

    private static Map<String, Function> all() {
        Map<String, Function> all = new LinkedHashMap<>();
        Stream.of(
                        StringFunctions.ALL,
                        NumberFunctions.ALL,
                        FormatFunctions.ALL,
                        ListFunctions.ALL,
                        TypeFunctions.ALL,
                        UtilityFunctions.ALL)
                .flatMap(Collection::stream)
                .forEach(function -> all.put(function.signature().name(), function));
        return all;
    }

    private static Map<String, Function> aliases() {
        Map<String, Function> aliases = new HashMap<>();
        alias(aliases, "uppercase", "toUpperCase", "upper");
        alias(aliases, "lowercase", "toLowerCase", "lower");
        return Map.copyOf(aliases);
    }

    private static void alias(Map<String, Function> aliases, String name, String... others) {
        Function function = ALL.get(name);
        if (function != null) {
            Arrays.stream(others).forEach(other -> aliases.put(other, function));
        }
    }

    static @Nullable Function find(String name) {
        Function function = ALL.get(name);
        return function == null ? ALIASES.get(name) : function;
    }

    static boolean isChoice(String name) {
        return CHOICES.contains(name);
    }

    static List<Signature> signatures() {
        return ALL.values().stream().map(Function::signature).toList();
    }

    /** A hint for somebody who wrote a name that is none. */
    static String nearest(String name) {
        return Stream.concat(ALL.keySet().stream(), ALIASES.keySet().stream())
                .filter(known -> known.equalsIgnoreCase(name) || known.startsWith(name) || name.startsWith(known))
                .findFirst()
                .map(known -> "did you mean " + known + "?")
                .orElse("");
    }
}
