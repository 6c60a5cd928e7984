package io.renderyard.egress;

import java.net.Inet6Address;
import java.net.InetAddress;
import okhttp3.HttpUrl;

/** A host as a browser understands it: either an address or a name that has to be resolved. */
sealed interface Host {

    /** As it stands in a URL or a Host header. */
    String authority();

    /** Lower-case ASCII, perhaps with a trailing dot. */
    record Name(String ascii) implements Host {
        @Override
        public String authority() {
            return ascii;
        }

        /** Names that mean this very machine whatever a resolver says (RFC 6761). */
        boolean isLocalhost() {
            String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
            return name.equals("localhost") || name.endsWith(".localhost");
        }
    }

    record Literal(InetAddress address) implements Host {
        @Override
        public String authority() {
            String text = address.getHostAddress();
            return address instanceof Inet6Address ? "[" + text + "]" : text;
        }
    }

    /**
     * Reads the text of a host: percent-decoding, IDNA mapping and number forms as in the WHATWG URL standard.
     *
     * @param text IPv6 with or without brackets
     */
    static Host parse(String text) throws RefusedTarget {
        if (text.startsWith("[")) {
            if (!text.endsWith("]")) {
                throw RefusedTarget.malformed("a bracket is not closed in " + text);
            }
            return new Literal(Literals.ipv6(text.substring(1, text.length() - 1)));
        }
        if (text.indexOf(':') >= 0) {
            return new Literal(Literals.ipv6(text));
        }
        String ascii = ascii(text);
        if (ascii.indexOf(':') >= 0) {
            throw RefusedTarget.malformed("an encoded colon in " + text);
        }
        if (Literals.endsInNumber(ascii)) {
            return new Literal(Literals.ipv4(ascii));
        }
        if (!ascii.matches("[a-z0-9._-]+")) {
            throw RefusedTarget.malformed("a character that no host name has in " + text);
        }
        return new Name(ascii);
    }

    private static String ascii(String text) throws RefusedTarget {
        try {
            return new HttpUrl.Builder().scheme("http").host(text).build().host();
        } catch (IllegalArgumentException e) {
            throw RefusedTarget.malformed("not a host: " + text);
        }
    }
}
