package io.renderyard.worker.blocking;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which hosts a filter is for; an empty inclusion is everywhere. */
record DomainSet(Set<String> included, Set<String> excluded) {
    static final DomainSet EVERYWHERE = new DomainSet(Set.of(), Set.of());

    /** Reads {@code a.com|~b.a.com|c.*}; empty when it holds what we do not understand, such as a regular expression. */
    static Optional<DomainSet> parse(Collection<String> names) {
        Set<String> included = new HashSet<>();
        Set<String> excluded = new HashSet<>();
        for (String name : names) {
            String plain = name.strip();
            if (plain.startsWith("/") || plain.isEmpty()) {
                return Optional.empty();
            }
            if (plain.startsWith("~")) {
                excluded.add(plain.substring(1));
            } else {
                included.add(plain);
            }
        }
        return Optional.of(new DomainSet(Set.copyOf(included), Set.copyOf(excluded)));
    }

    DomainSet without(Set<String> more) {
        Set<String> all = new HashSet<>(excluded);
        all.addAll(more);
        return new DomainSet(included, Set.copyOf(all));
    }

    boolean admits(HostNames names) {
        return this == EVERYWHERE
                || ((included.isEmpty() || holds(included, names)) && (excluded.isEmpty() || !holds(excluded, names)));
    }

    private static boolean holds(Set<String> set, HostNames names) {
        return names.domains().stream().anyMatch(set::contains)
                || names.entities().stream().anyMatch(set::contains);
    }
}
