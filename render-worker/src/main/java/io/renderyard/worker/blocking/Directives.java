package io.renderyard.worker.blocking;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.Consumer;

/** Follows {@code !#if}, {@code !#else} and {@code !#endif}, so that only lines meant for Chrome on a desktop remain. */
final class Directives {
    private static final Set<String> TRUE_HERE = Set.of("ext_ublock", "env_chromium", "adguard_ext_chromium");

    private final Consumer<String> lines;
    private final Deque<Boolean> conditions = new ArrayDeque<>();

    Directives(Consumer<String> lines) {
        this.lines = lines;
    }

    void line(String line) {
        if (line.startsWith("!#if")) {
            conditions.push(holds(line.substring(4)));
        } else if (line.startsWith("!#else")) {
            flip();
        } else if (line.startsWith("!#endif")) {
            conditions.poll();
        } else if (!conditions.contains(false)) {
            lines.accept(line);
        }
    }

    private void flip() {
        Boolean condition = conditions.poll();
        if (condition != null) {
            conditions.push(!condition);
        }
    }

    /** Lists write no parentheses: "or" binds last. */
    private static boolean holds(String condition) {
        for (String either : condition.strip().split("\\|\\|")) {
            if (allHold(either)) {
                return true;
            }
        }
        return false;
    }

    private static boolean allHold(String conditions) {
        for (String each : conditions.split("&&")) {
            String name = each.strip();
            boolean negated = name.startsWith("!");
            if (TRUE_HERE.contains(negated ? name.substring(1).strip() : name) == negated) {
                return false;
            }
        }
        return true;
    }
}
