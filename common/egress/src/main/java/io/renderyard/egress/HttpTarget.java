package io.renderyard.egress;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The parts of an http or https URL that decide where a connection goes, read as browsers read them.
 *
 * @param scheme {@code http} or {@code https}
 * @param port 1 to 65535, the scheme's own if the URL names none
 * @param pathAndQuery starts with a slash, without fragment
 */
record HttpTarget(String scheme, Host host, int port, String pathAndQuery) {

    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):");
    private static final int LONGEST = 64 * 1024;

    static HttpTarget parse(String url) throws RefusedTarget {
        if (url.length() > LONGEST) {
            throw RefusedTarget.malformed("a URL of " + url.length() + " characters");
        }
        String text = trimmed(url);
        var matcher = SCHEME.matcher(text);
        if (!matcher.lookingAt()) {
            throw RefusedTarget.malformed("no scheme before the first colon");
        }
        String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new RefusedTarget(Reason.SCHEME, "scheme " + scheme);
        }
        int start = matcher.end();
        while (start < text.length() && isSlash(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && !isSlash(text.charAt(end)) && "?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String authority = text.substring(start, end);
        if (authority.indexOf('@') >= 0) {
            // Not quoted: it may be somebody's password.
            throw new RefusedTarget(Reason.USERINFO, "user information before the host");
        }
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon > authority.lastIndexOf(']');
        String host = hasPort ? authority.substring(0, colon) : authority;
        if (host.indexOf(':') >= 0 && !host.startsWith("[")) {
            throw RefusedTarget.malformed("IPv6 without brackets in " + authority);
        }
        int standard = scheme.equals("https") ? 443 : 80;
        int port = hasPort ? port(authority.substring(colon + 1), standard) : standard;
        return new HttpTarget(scheme, Host.parse(host), port, path(text.substring(end)));
    }

    /** Browsers drop these before they look at anything else. */
    private static String trimmed(String url) {
        int from = 0;
        int to = url.length();
        while (from < to && url.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && url.charAt(to - 1) <= ' ') {
            to--;
        }
        return url.substring(from, to).replaceAll("[\\t\\r\\n]", "");
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }

    private static int port(String digits, int standard) throws RefusedTarget {
        if (digits.isEmpty()) {
            return standard;
        }
        int port = digits.matches("0*[0-9]{1,5}") ? Integer.parseInt(digits) : 0;
        if (port < 1 || port > 65_535) {
            throw RefusedTarget.malformed("port " + digits);
        }
        return port;
    }

    private static String path(String rest) {
        int fragment = rest.indexOf('#');
        String path = fragment < 0 ? rest : rest.substring(0, fragment);
        return path.startsWith("/") ? path : "/" + path;
    }

    /** Host and, where it is not the scheme's own, port. */
    String authority() {
        boolean standard = port == (scheme.equals("https") ? 443 : 80);
        return standard ? host.authority() : host.authority() + ":" + port;
    }
}
