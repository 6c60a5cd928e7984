package io.renderyard.kernel.render;

import io.renderyard.kernel.tenant.Secret;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the page's requests carry, and which of them are not made.
 *
 * @param headers sent with navigations of the top frame to the page's own origin and to {@code headerOrigins}
 * @param headerOrigins further origins that may get the headers, as {@code scheme://host[:port]}
 * @param headersOnSubresources sends the headers with everything else that goes to those origins, too
 * @param login answers the page's own server when it asks for HTTP authentication
 * @param blockRules a request that matches one of them is not made
 * @param blockAds leaves out what the installed lists of advertisements and trackers name
 * @param blockConsentBanners closes or hides cookie banners, as well as the installed lists can
 */
public record Traffic(
        List<Header> headers,
        Set<String> headerOrigins,
        boolean headersOnSubresources,
        List<Cookie> cookies,
        @Nullable Login login,
        List<BlockRule> blockRules,
        boolean blockAds,
        boolean blockConsentBanners) {
    public static final Traffic PLAIN =
            new Traffic(List.of(), Set.of(), false, List.of(), null, List.of(), false, false);

    /** @param value a secret, because callers send their credentials in headers */
    public record Header(String name, Secret value) {}

    /**
     * Set before the page loads.
     *
     * @param domain host that it goes to, with a leading dot for its subdomains too; null for the page's own host
     * @param path begins with a slash
     */
    public record Cookie(
            String name, Secret value, @Nullable String domain, String path, boolean secure, boolean httpOnly) {}

    /** HTTP authentication, basic or digest. */
    public record Login(String user, Secret password) {}

    public Traffic {
        headers = List.copyOf(headers);
        headerOrigins = Set.copyOf(headerOrigins);
        cookies = List.copyOf(cookies);
        blockRules = List.copyOf(blockRules);
    }
}
