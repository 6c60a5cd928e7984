package io.renderyard.conformance.walls;

import java.util.Map;
import java.util.Set;

/** The table of design.md, section 3: which module may use which. What is not in it is refused. */
final class ModuleTable {
    /**
     * From a module's package to the modules it may use. {@code process} is what the three applications have in common
     * of Spring; it is a library like the others.
     */
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "kernel", Set.of(),
            "dialect", Set.of("kernel"),
            "egress", Set.of("kernel"),
            "storage", Set.of("kernel"),
            "process", Set.of("kernel", "egress", "storage"),
            "db", Set.of("kernel"),
            "gateway", Set.of("kernel", "dialect", "egress", "storage", "process", "db"),
            "dispatcher", Set.of("kernel", "dialect", "egress", "process", "db"),
            "worker", Set.of("kernel", "egress", "storage", "process", "db"),
            "standalone",
                    Set.of(
                            "kernel",
                            "dialect",
                            "egress",
                            "storage",
                            "process",
                            "db",
                            "gateway",
                            "dispatcher",
                            "worker"));

    private ModuleTable() {}

    static Set<String> modules() {
        return MAY_USE.keySet();
    }

    static boolean allows(String from, String to) {
        return from.equals(to) || MAY_USE.getOrDefault(from, Set.of()).contains(to);
    }
}
