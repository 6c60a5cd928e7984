package io.renderyard.egress;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * The addresses nobody serves the public from: both IANA special-purpose registries in full (also the entries they
 * call globally reachable, which are infrastructure and no web servers), multicast, and the metadata services of
 * clouds. For IPv6 everything outside 2000::/3 is special, since only that block is handed out.
 */
final class SpecialPurpose {
    private record Block(AddressRange range, String name) {}

    private static final AddressRange GLOBAL_UNICAST = AddressRange.parse("2000::/3");
    private static final AddressRange NAT64 = AddressRange.parse("64:ff9b::/96");

    private static final List<Block> BLOCKS = List.of(
            // The named ones first, so that the log says which service somebody was after.
            block("169.254.169.254/32", "cloud metadata service"),
            block("169.254.170.2/32", "container credentials service"),
            block("100.100.100.200/32", "cloud metadata service"),
            block("168.63.129.16/32", "cloud host service"),
            block("192.0.0.192/32", "cloud metadata service"),
            block("fd00:ec2::/32", "cloud metadata service"),
            block("fd20:ce::254/128", "cloud metadata service"),
            block("0.0.0.0/8", "this network"),
            block("10.0.0.0/8", "private use"),
            block("100.64.0.0/10", "shared address space"),
            block("127.0.0.0/8", "loopback"),
            block("169.254.0.0/16", "link local"),
            block("172.16.0.0/12", "private use"),
            block("192.0.0.0/24", "protocol assignments"),
            block("192.0.2.0/24", "documentation"),
            block("192.31.196.0/24", "AS112"),
            block("192.52.193.0/24", "automatic multicast tunnelling"),
            block("192.88.99.0/24", "6to4 relay"),
            block("192.168.0.0/16", "private use"),
            block("192.175.48.0/24", "AS112"),
            block("198.18.0.0/15", "benchmarking"),
            block("198.51.100.0/24", "documentation"),
            block("203.0.113.0/24", "documentation"),
            block("224.0.0.0/4", "multicast"),
            block("255.255.255.255/32", "broadcast"),
            block("240.0.0.0/4", "reserved"),
            block("::/128", "unspecified"),
            block("::1/128", "loopback"),
            block("::/96", "IPv4-compatible"),
            block("64:ff9b:1::/48", "local-use translation"),
            block("100::/64", "discard"),
            block("100:0:0:1::/64", "dummy prefix"),
            block("2001:db8::/32", "documentation"),
            block("2001::/32", "Teredo"),
            block("2001:10::/28", "ORCHID"),
            block("2001:20::/28", "ORCHIDv2"),
            block("2001:2::/48", "benchmarking"),
            block("2001::/23", "protocol assignments"),
            block("2002::/16", "6to4"),
            block("2620:4f:8000::/48", "AS112"),
            block("3ffe::/16", "former 6bone"),
            block("3fff::/20", "documentation"),
            block("5f00::/16", "segment routing"),
            block("fc00::/7", "unique local"),
            block("fe80::/10", "link local"),
            block("fec0::/10", "site local"),
            block("ff00::/8", "multicast"));

    private SpecialPurpose() {}

    /** What is special about the address, or empty for an ordinary public one. */
    static Optional<String> of(InetAddress address) {
        for (Block block : BLOCKS) {
            if (block.range.contains(address)) {
                return Optional.of(block.name + " (" + block.range + ")");
            }
        }
        boolean beyond =
                address instanceof Inet6Address && !GLOBAL_UNICAST.contains(address) && !NAT64.contains(address);
        return beyond ? Optional.of("outside global unicast (" + GLOBAL_UNICAST + ")") : Optional.empty();
    }

    private static Block block(String range, String name) {
        return new Block(AddressRange.parse(range), name);
    }
}
