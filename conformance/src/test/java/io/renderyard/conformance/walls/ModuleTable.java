package io.renderyard.conformance.walls;

import java.util.Map;
import java.util.Set;

/** The table of design.md, section 3: which module may use which. What is not in it is refused. */
final class ModuleTable {
    /**
     * From a module's package to the modules it may use. {@code process} is what the three applications have in common
     * of Spring; it is a library like the others.
     */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("kernel", Set.of()),
            Map.entry("expression", Set.of()),
            Map.entry("handlebars", Set.of()),
            Map.entry("preview", Set.of()),
            Map.entry("dialect", Set.of("kernel")),
            Map.entry("egress", Set.of("kernel")),
            Map.entry("models", Set.of("kernel", "egress")),
            Map.entry("storage", Set.of("kernel")),
            Map.entry("imaging", Set.of("kernel")),
            Map.entry("process", Set.of("kernel", "egress", "storage")),
            Map.entry("db", Set.of("kernel")),
            Map.entry(
                    "gateway",
                    Set.of(
                            "kernel",
                            "expression",
                            "handlebars",
                            "dialect",
                            "egress",
                            "storage",
                            "imaging",
                            "process",
                            "db")),
            Map.entry("dispatcher", Set.of("kernel", "dialect", "egress", "process", "db")),
            Map.entry(
                    "worker",
                    Set.of(
                            "kernel",
                            "expression",
                            "handlebars",
                            "egress",
                            "models",
                            "preview",
                            "storage",
                            "imaging",
                            "process",
                            "db")),
            Map.entry(
                    "standalone",
                    Set.of(
                            "kernel",
                            "expression",
                            "handlebars",
                            "dialect",
                            "egress",
                            "models",
                            "preview",
                            "storage",
                            "imaging",
                            "process",
                            "db",
                            "gateway",
                            "dispatcher",
                            "worker")));

    private ModuleTable() {}

    static Set<String> modules() {
        return MAY_USE.keySet();
    }

    static boolean allows(String from, String to) {
        return from.equals(to) || MAY_USE.getOrDefault(from, Set.of()).contains(to);
    }
}
