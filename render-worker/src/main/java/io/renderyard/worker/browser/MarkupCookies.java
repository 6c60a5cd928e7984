package io.renderyard.worker.browser;

import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Traffic;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Cookies for what markup loads. Markup has no site, so all of that is of a third party to Chrome, which sends it nothing
 * from its own store.
 */
record MarkupCookies(List<Traffic.Cookie> cookies) {
    static MarkupCookies of(RenderSpec spec) {
        return switch (spec.source()) {
            case Source.Html ignored -> new MarkupCookies(spec.traffic().cookies());
            case Source.Handlebars _, Source.Expressions _, Source.Painted _ ->
                throw new IllegalArgumentException("A browser draws pages");
            case Source.Url ignored -> new MarkupCookies(List.of());
        };
    }

    boolean isEmpty() {
        return cookies.isEmpty();
    }

    /** What a server at that address would be sent; perhaps nothing. */
    String header(String url) {
        return Origin.of(url)
                .map(origin -> cookies.stream()
                        .filter(cookie -> belongs(cookie, origin, path(url)))
                        .map(cookie -> cookie.name() + "=" + cookie.value().reveal())
                        .collect(Collectors.joining("; ")))
                .orElse("");
    }

    private static boolean belongs(Traffic.Cookie cookie, Origin origin, String path) {
        boolean safe = !cookie.secure() || origin.scheme().equals("https");
        return safe && isHost(String.valueOf(cookie.domain()), origin.host()) && isBelow(cookie.path(), path);
    }

    private static boolean isHost(String domain, String host) {
        return domain.equalsIgnoreCase(host)
                || (domain.startsWith(".") && ("." + host).endsWith(domain.toLowerCase(Locale.ROOT)));
    }

    private static boolean isBelow(String folder, String path) {
        String inside = folder.endsWith("/") ? folder : folder + "/";
        return path.equals(folder) || path.startsWith(inside);
    }

    private static String path(String url) {
        String rest = url.substring(url.indexOf("//") + 2);
        int slash = rest.indexOf('/');
        return slash < 0 ? "/" : rest.substring(slash).split("[?#]", 2)[0];
    }
}
