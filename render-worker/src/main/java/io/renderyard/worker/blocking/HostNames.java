package io.renderyard.worker.blocking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A host under every name that a list may know it by.
 *
 * @param host in lower case
 * @param site the registrable domain, which decides who is a third party
 * @param domains the host and its parents, the longest first: {@code www.example.co.uk}, {@code example.co.uk}, …
 * @param entities the same without their public suffix: {@code www.example.*}, {@code example.*}
 */
record HostNames(String host, String site, List<String> domains, List<String> entities) {
    static HostNames of(String name, PublicSuffixes suffixes) {
        String host = name.toLowerCase(Locale.ROOT);
        if (isAddress(host)) {
            return new HostNames(host, host, List.of(host), List.of());
        }
        return new HostNames(host, suffixes.site(host), parents(host), entities(host, suffixes.suffix(host)));
    }

    static boolean isAddress(String host) {
        return host.isEmpty() || host.startsWith("[") || host.matches("[0-9.]+");
    }

    private static List<String> parents(String host) {
        List<String> parents = new ArrayList<>();
        for (int start = 0; start >= 0; start = next(host, start)) {
            parents.add(host.substring(start));
        }
        return parents;
    }

    private static List<String> entities(String host, String suffix) {
        return suffix.length() >= host.length()
                ? List.of()
                : parents(host.substring(0, host.length() - suffix.length() - 1)).stream()
                        .map(name -> name + ".*")
                        .toList();
    }

    private static int next(String host, int start) {
        int dot = host.indexOf('.', start);
        return dot < 0 ? -1 : dot + 1;
    }
}
