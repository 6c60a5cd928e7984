package io.renderyard.dialect.field;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Reads origins into the form in which browsers compare them. */
public final class Origins {
    public static final String FORM = "must be an origin, http or https, of the form scheme://host[:port]";
    private static final int MAX_LENGTH = 512;

    private Origins() {}

    /** In lower case and without the scheme's own port; empty when it is none. */
    public static Optional<String> read(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            URI origin = new URI(text.strip().toLowerCase(Locale.ROOT));
            return isOrigin(origin) ? Optional.of(canonical(origin)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isOrigin(URI origin) {
        String path = origin.getRawPath();
        return ("http".equals(origin.getScheme()) || "https".equals(origin.getScheme()))
                && origin.getHost() != null
                && origin.getRawUserInfo() == null
                && origin.getPort() <= 65_535
                && origin.getPort() != 0
                && (path == null || path.isEmpty() || path.equals("/"))
                && origin.getRawQuery() == null
                && origin.getRawFragment() == null;
    }

    private static String canonical(URI origin) {
        int own = "https".equals(origin.getScheme()) ? 443 : 80;
        boolean plain = origin.getPort() < 0 || origin.getPort() == own;
        return origin.getScheme() + "://" + origin.getHost() + (plain ? "" : ":" + origin.getPort());
    }
}
