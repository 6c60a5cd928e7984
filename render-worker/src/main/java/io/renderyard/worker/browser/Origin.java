package io.renderyard.worker.browser;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scheme, host and port of an address, as far as they can be read without doubt. Addresses that Chrome writes are in its
 * own plain form already; one of the caller's that is spelt otherwise equals none of them, and so is trusted with nothing.
 *
 * @param host lower case, IPv6 in brackets
 */
record Origin(String scheme, String host, int port) {
    private static final Pattern START =
            Pattern.compile("(https?)://([^/?#\\\\@:\\[\\]]+|\\[[0-9a-f:.]+])(?::(\\d{1,5}))?");

    /** Empty for addresses that are not http or https, that carry a user, or that are none. */
    static Optional<Origin> of(String address) {
        int end = end(address);
        Matcher start = START.matcher(address.substring(0, end).toLowerCase(Locale.ROOT));
        if (!start.matches()) {
            return Optional.empty();
        }
        String digits = start.group(3);
        int usual = start.group(1).equals("https") ? 443 : 80;
        return Optional.of(
                new Origin(start.group(1), start.group(2), digits == null ? usual : Integer.parseInt(digits)));
    }

    /** A page may make an address of megabytes; only its start matters. */
    private static int end(String address) {
        int authority = address.indexOf("//") + 2;
        for (int at = authority; at < address.length(); at++) {
            if ("/?#\\".indexOf(address.charAt(at)) >= 0) {
                return at;
            }
        }
        return address.length();
    }
}
