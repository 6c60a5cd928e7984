package io.renderyard.worker.blocking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the few filters that can match at all: by host where a filter is only a host, else by the rarest word of its
 * pattern, else by the pages it is for. What has none of these is tried on every request.
 */
final class FilterIndex {
    private static final Pattern ONLY_HOST = Pattern.compile("\\|\\|([a-z0-9.-]*[a-z0-9])\\^");
    private static final Set<String> EVERYWHERE = Set.of("http", "https", "www", "com");

    private final Map<String, List<FilterOptions>> byHost = new HashMap<>();
    private final Map<Integer, List<NetworkFilter>> byWord = new HashMap<>();
    private final Map<String, List<NetworkFilter>> byPage = new HashMap<>();
    private final List<NetworkFilter> rest = new ArrayList<>();
    private int size;

    /** False when the pattern cannot be used. */
    boolean add(String pattern, FilterOptions options) {
        Matcher host = ONLY_HOST.matcher(pattern);
        if (host.matches()) {
            append(byHost, host.group(1), options);
        } else {
            Optional<NetworkFilter> filter = NetworkFilter.of(pattern, options);
            if (filter.isEmpty()) {
                return false;
            }
            add(filter.get());
        }
        size++;
        return true;
    }

    private void add(NetworkFilter filter) {
        Optional<Integer> word = filter.pattern().words().stream()
                .filter(each -> !EVERYWHERE.contains(each))
                .map(each -> Tokens.hash(each, 0, each.length()))
                .min(Comparator.comparingInt(
                        each -> byWord.getOrDefault(each, List.of()).size()));
        Set<String> pages = filter.options().from().included();
        if (word.isPresent()) {
            append(byWord, word.get(), filter);
        } else if (pages.isEmpty()) {
            rest.add(filter);
        } else {
            pages.forEach(page -> append(byPage, page, filter));
        }
    }

    /** Most keys have one value: it gets no room to grow. */
    private static <K, V> void append(Map<K, List<V>> map, K key, V value) {
        map.merge(key, List.of(value), (old, one) -> {
            List<V> grown = old instanceof ArrayList<V> ? old : new ArrayList<>(old);
            grown.add(value);
            return grown;
        });
    }

    int size() {
        return size;
    }

    boolean matches(Request request) {
        return hostMatches(request)
                || wordMatches(request)
                || pageMatches(request, request.page().domains())
                || pageMatches(request, request.page().entities())
                || any(rest, request);
    }

    private boolean hostMatches(Request request) {
        for (String domain : request.target().domains()) {
            for (FilterOptions options : byHost.getOrDefault(domain, List.of())) {
                if (options.admit(request)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean wordMatches(Request request) {
        for (int word : request.tokens()) {
            if (any(byWord.getOrDefault(word, List.of()), request)) {
                return true;
            }
        }
        return false;
    }

    private boolean pageMatches(Request request, List<String> names) {
        for (String name : names) {
            if (any(byPage.getOrDefault(name, List.of()), request)) {
                return true;
            }
        }
        return false;
    }

    private static boolean any(List<NetworkFilter> filters, Request request) {
        for (NetworkFilter filter : filters) {
            if (filter.matches(request)) {
                return true;
            }
        }
        return false;
    }
}
