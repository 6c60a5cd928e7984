package io.renderyard.models.wire;

import io.renderyard.models.Kind;
import io.renderyard.models.Provider;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider's key may be sent: to the origin in its settings. Some providers answer with an address on another of
 * their own hosts; that is fine if the settings' host and that one are both in a domain the provider is known to own. A
 * rule without that list, such as the same last two labels, would take {@code a.co.uk} for a relative of {@code
 * b.co.uk}.
 */
record Home(URI base, Set<String> domains) {
    static Home of(Provider provider) {
        return new Home(provider.base(), domains(provider.kind()));
    }

    private static Set<String> domains(Kind kind) {
        return switch (kind) {
            case FAL -> Set.of("fal.run", "fal.ai");
            case BFL -> Set.of("bfl.ai", "bfl.ml");
            case REPLICATE -> Set.of("replicate.com");
            case OPENAI, GEMINI, ARK, TOGETHER, SDAPI -> Set.of();
        };
    }

    boolean owns(URI address) {
        if (address.getRawUserInfo() != null || address.getHost() == null) {
            return false;
        }
        return isSameOrigin(address) || isOfTheFamily(address);
    }

    private boolean isSameOrigin(URI address) {
        return base.getScheme().equalsIgnoreCase(address.getScheme())
                && base.getHost().equalsIgnoreCase(address.getHost())
                && port(base) == port(address);
    }

    private boolean isOfTheFamily(URI address) {
        return isPlainHttps(base)
                && isPlainHttps(address)
                && domains.stream().anyMatch(domain -> isIn(domain, base) && isIn(domain, address));
    }

    private static boolean isPlainHttps(URI address) {
        return "https".equalsIgnoreCase(address.getScheme()) && port(address) == 443;
    }

    private static boolean isIn(String domain, URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return host.equals(domain) || host.endsWith("." + domain);
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : standardPort(address.getScheme());
    }

    private static int standardPort(@Nullable String scheme) {
        return "https".equalsIgnoreCase(scheme) ? 443 : 80;
    }

    /**
     * An address of the API.
     *
     * @param version such as {@code /v1}; not repeated when the settings' address already ends with it
     * @param rest starts with a slash; each part may have any characters
     */
    URI at(String version, String rest) {
        String root = base.toString().replaceFirst("/+$", "");
        StringBuilder path = new StringBuilder(root.endsWith(version) ? root : root + version);
        for (String part : rest.substring(1).split("/", -1)) {
            path.append('/').append(encoded(part));
        }
        return URI.create(path.toString());
    }

    private static String encoded(String part) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : part.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~:@".indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return encoded.toString();
    }
}
