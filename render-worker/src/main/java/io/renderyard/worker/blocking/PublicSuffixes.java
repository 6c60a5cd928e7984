package io.renderyard.worker.blocking;

import java.net.IDN;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The public suffix list: where a registrable domain begins. */
final class PublicSuffixes {
    private final Set<String> rules = new HashSet<>();

    /** @param lines of {@code effective_tld_names.dat}; rules keep their marks: {@code co.uk}, {@code *.ck}, {@code !www.ck} */
    PublicSuffixes(List<String> lines) {
        lines.stream()
                .map(line -> line.strip().split("\\s", 2)[0])
                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .forEach(line -> rules.add(ascii(line)));
    }

    private static String ascii(String rule) {
        return rule.chars().allMatch(c -> c < 128) ? rule : IDN.toASCII(rule);
    }

    /** The suffix of a host: {@code co.uk} of {@code www.example.co.uk}; its last label when no rule knows it. */
    String suffix(String host) {
        for (int start = 0; start >= 0; start = afterDot(host, start)) {
            String candidate = host.substring(start);
            if (rules.contains("!" + candidate)) {
                return candidate.substring(afterDot(candidate, 0));
            }
            if (rules.contains(candidate) || isWildcard(candidate)) {
                return candidate;
            }
        }
        return host.substring(host.lastIndexOf('.') + 1);
    }

    /** The registrable domain: {@code example.co.uk} of {@code www.example.co.uk}; the host itself when it has none. */
    String site(String host) {
        String suffix = suffix(host);
        if (suffix.length() >= host.length() || HostNames.isAddress(host)) {
            return host;
        }
        int dot = host.lastIndexOf('.', host.length() - suffix.length() - 2);
        return host.substring(dot + 1);
    }

    private boolean isWildcard(String candidate) {
        int rest = afterDot(candidate, 0);
        return rest > 0 && rules.contains("*." + candidate.substring(rest));
    }

    private static int afterDot(String host, int from) {
        int dot = host.indexOf('.', from);
        return dot < 0 ? -1 : dot + 1;
    }
}
