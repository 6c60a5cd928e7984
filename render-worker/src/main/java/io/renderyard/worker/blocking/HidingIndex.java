package io.renderyard.worker.blocking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Selectors of elements to hide, by the sites they are for. */
final class HidingIndex {
    private final Set<String> generic = new LinkedHashSet<>();
    private final Set<String> lifted = new HashSet<>();
    private final Map<String, List<String>> hidden = new HashMap<>();
    private final Map<String, Set<String>> exceptions = new HashMap<>();

    void add(FilterLine.Hiding rule) {
        if (rule.exception()) {
            except(rule);
            return;
        }
        rule.where().excluded().forEach(domain -> except(domain, rule.selector()));
        if (rule.isGeneric()) {
            generic.add(rule.selector());
        }
        rule.domains()
                .forEach(domain -> hidden.computeIfAbsent(domain, one -> new ArrayList<>(1))
                        .add(rule.selector()));
    }

    private void except(FilterLine.Hiding rule) {
        if (rule.isGeneric()) {
            lifted.add(rule.selector());
        }
        rule.domains().forEach(domain -> except(domain, rule.selector()));
    }

    private void except(String domain, String selector) {
        exceptions.computeIfAbsent(domain, one -> new HashSet<>(2)).add(selector);
    }

    /** Selectors for every site, without those that this one must show. */
    List<String> generic(HostNames page) {
        Set<String> shown = shown(page);
        return generic.stream()
                .filter(selector -> !lifted.contains(selector) && !shown.contains(selector))
                .toList();
    }

    /** Selectors for this site alone. */
    List<String> specific(HostNames page) {
        Set<String> shown = shown(page);
        return names(page)
                .flatMap(name -> hidden.getOrDefault(name, List.of()).stream())
                .filter(selector -> !shown.contains(selector))
                .distinct()
                .toList();
    }

    private Set<String> shown(HostNames page) {
        return names(page)
                .flatMap(name -> exceptions.getOrDefault(name, Set.of()).stream())
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(HostNames page) {
        return Stream.concat(page.domains().stream(), page.entities().stream());
    }
}
