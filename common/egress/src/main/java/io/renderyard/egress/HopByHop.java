package io.renderyard.egress;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Headers that belong to one connection and must not be passed on (RFC 9110, 7.6.1). */
final class HopByHop {
    private static final Set<String> ALWAYS = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings");

    private HopByHop() {}

    /**
     * The names to drop, in lower case.
     *
     * @param connectionValues the values of the Connection headers, which name further ones
     */
    static Set<String> names(Collection<String> connectionValues) {
        Set<String> names = new HashSet<>(ALWAYS);
        for (String value : connectionValues) {
            for (String name : value.split(",")) {
                names.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    /** All of {@code Proxy-Authorization}, {@code Proxy-Authenticate} and whatever else speaks to a proxy. */
    static boolean isForProxies(String lowerCaseName) {
        return lowerCaseName.startsWith("proxy-");
    }
}
