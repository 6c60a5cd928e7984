package io.renderyard.egress;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * A block of addresses in CIDR notation.
 *
 * @param base the first address; all bits behind the prefix are zero
 * @param prefixLength 0 to 32 for IPv4, 0 to 128 for IPv6
 */
public record AddressRange(InetAddress base, int prefixLength) {

    public AddressRange {
        int bits = base.getAddress().length * 8;
        if (prefixLength < 0 || prefixLength > bits) {
            throw new IllegalArgumentException(
                    "prefix /" + prefixLength + " is not between /0 and /" + bits + " for " + base.getHostAddress());
        }
        InetAddress first = Literals.of(masked(base.getAddress(), prefixLength));
        if (!first.equals(base)) {
            throw new IllegalArgumentException(base.getHostAddress() + "/" + prefixLength
                    + " has bits behind its prefix; did you mean " + first.getHostAddress() + "/" + prefixLength + "?");
        }
    }

    /**
     * Reads {@code 10.0.0.0/8} or {@code fd00::/8}; a lone address is a range of one. An IPv4-mapped IPv6 range is
     * read as the IPv4 range it means.
     *
     * @throws IllegalArgumentException saying what is wrong with the text
     */
    public static AddressRange parse(String text) {
        String trimmed = text.strip();
        int slash = trimmed.indexOf('/');
        String address = slash < 0 ? trimmed : trimmed.substring(0, slash);
        try {
            boolean ipv6 = address.indexOf(':') >= 0;
            InetAddress base = ipv6 ? Literals.ipv6(address) : Literals.of(Literals.dotted(address, trimmed));
            int prefix = slash < 0 ? (ipv6 ? 128 : 32) : prefix(trimmed.substring(slash + 1), trimmed);
            boolean mapped = ipv6 && base instanceof Inet4Address;
            if (mapped && prefix < 96) {
                throw new IllegalArgumentException(
                        "bad address range \"" + text + "\": an IPv4-mapped range needs a prefix of at least /96");
            }
            return new AddressRange(base, mapped ? prefix - 96 : prefix);
        } catch (RefusedTarget e) {
            throw new IllegalArgumentException(
                    "bad address range \"" + text + "\": expected something like 10.0.0.0/8 or fd00::/8, but "
                            + e.getMessage(),
                    e);
        }
    }

    private static int prefix(String digits, String whole) {
        if (!digits.matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException(
                    "bad address range \"" + whole + "\": \"" + digits + "\" is no prefix length");
        }
        return Integer.parseInt(digits);
    }

    /** Whether the address lies inside; an address of the other family never does. */
    public boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == base.getAddress().length
                && Literals.of(masked(bytes, prefixLength)).equals(base);
    }

    private static byte[] masked(byte[] bytes, int prefixLength) {
        byte[] masked = bytes.clone();
        for (int i = 0; i < masked.length; i++) {
            int keep = Math.clamp(prefixLength - 8L * i, 0, 8);
            masked[i] &= (byte) (0xff00 >> keep);
        }
        return masked;
    }

    @Override
    public String toString() {
        return base.getHostAddress() + "/" + prefixLength;
    }
}
