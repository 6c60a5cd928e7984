package io.renderyard.egress;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * An IPv4 address that travels inside an IPv6 address. IPv4-mapped addresses are not here: Java already hands them
 * out as IPv4.
 *
 * @param form how it is embedded, for the log
 * @param translated whether a packet to the outer address simply ends at the inner one
 */
record EmbeddedIpv4(String form, InetAddress address, boolean translated) {

    private static final AddressRange COMPATIBLE = AddressRange.parse("::/96");
    private static final AddressRange NAT64 = AddressRange.parse("64:ff9b::/96");
    private static final AddressRange LOCAL_NAT64 = AddressRange.parse("64:ff9b:1::/48");
    private static final AddressRange SIX_TO_FOUR = AddressRange.parse("2002::/16");
    private static final AddressRange TEREDO = AddressRange.parse("2001::/32");

    /** All embedded addresses; empty for IPv4 and for plain IPv6. */
    static List<EmbeddedIpv4> in(InetAddress outer) {
        byte[] b = outer.getAddress();
        if (b.length == 4) {
            return List.of();
        }
        if (COMPATIBLE.contains(outer)) {
            boolean unspecifiedOrLoopback = b[12] == 0 && b[13] == 0 && b[14] == 0 && (b[15] & 0xfe) == 0;
            return unspecifiedOrLoopback ? List.of() : List.of(at(b, 12, "IPv4-compatible", true));
        }
        if (NAT64.contains(outer)) {
            return List.of(at(b, 12, "NAT64", true));
        }
        if (LOCAL_NAT64.contains(outer)) {
            // Where it sits depends on the operator's prefix length; this is the commonest place.
            return List.of(at(b, 12, "local NAT64", false));
        }
        if (SIX_TO_FOUR.contains(outer)) {
            return List.of(at(b, 2, "6to4", false));
        }
        if (TEREDO.contains(outer)) {
            byte[] client = Arrays.copyOfRange(b, 12, 16);
            for (int i = 0; i < 4; i++) {
                client[i] ^= (byte) 0xff;
            }
            return List.of(
                    at(b, 4, "Teredo server", false), new EmbeddedIpv4("Teredo client", Literals.of(client), false));
        }
        boolean isatap = (b[8] & 0xfc) == 0 && b[9] == 0 && b[10] == 0x5e && b[11] == (byte) 0xfe;
        return isatap ? List.of(at(b, 12, "ISATAP", false)) : List.of();
    }

    private static EmbeddedIpv4 at(byte[] outer, int offset, String form, boolean translated) {
        return new EmbeddedIpv4(form, Literals.of(Arrays.copyOfRange(outer, offset, offset + 4)), translated);
    }
}
