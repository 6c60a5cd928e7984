package io.renderyard.egress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** The address corpus: written by hand in two resources, and generated as blocks times spellings. */
final class Corpus {
    private static final List<String> FORBIDDEN_IPV4 = List.of(
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "100.64.0.1",
            "100.100.100.200",
            "127.0.0.1",
            "127.8.9.10",
            "168.63.129.16",
            "169.254.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.200.9",
            "192.0.0.8",
            "192.0.2.1",
            "192.31.196.9",
            "192.52.193.9",
            "192.88.99.1",
            "192.168.1.1",
            "192.175.48.6",
            "198.18.0.1",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.251",
            "239.1.2.3",
            "240.0.0.1",
            "255.255.255.255");
    private static final List<String> FORBIDDEN_IPV6 = List.of(
            "::",
            "::1",
            "100::2",
            "2001::3",
            "2001:2::4",
            "2001:10::5",
            "2001:20::6",
            "2001:db8::7",
            "2002::8",
            "3fff::9",
            "5f00::a",
            "64:ff9b:1::b",
            "fc00::c",
            "fd12:3456::d",
            "fe80::e",
            "fec0::f",
            "ff05::1:3",
            "4000::10",
            "a000::11",
            "e000::12",
            "::ffff:0:a00:1",
            "3ffe::13",
            "2620:4f:8000::14");

    private Corpus() {}

    static List<String> written(String resource) {
        try (var in = Objects.requireNonNull(Corpus.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isEmpty())
                    .map(Corpus::unescaped)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> generatedForbidden() {
        Set<String> urls = new LinkedHashSet<>();
        for (String ipv4 : FORBIDDEN_IPV4) {
            spellings(PlayedResolver.address(ipv4)).forEach(host -> urls.add("http://" + host + "/"));
        }
        for (String text : FORBIDDEN_IPV6) {
            byte[] b = PlayedResolver.address(text).getAddress();
            String full = HexFormat.of().formatHex(b).replaceAll("(.{4})(?!$)", "$1:");
            String dotted = full.substring(0, 30) + (b[12] & 255) + "." + (b[13] & 255) + "." + (b[14] & 255) + "."
                    + (b[15] & 255);
            for (String host : List.of(text, text.toUpperCase(Locale.ROOT), full, dotted, text + "%25eth0")) {
                urls.add("http://[" + host + "]/");
                urls.add("https://[" + host + "]:8443/x");
            }
        }
        return urls;
    }

    /** Every way we know to write one IPv4 address as a host. */
    private static List<String> spellings(InetAddress address) {
        byte[] b = address.getAddress();
        int a0 = b[0] & 255;
        int a1 = b[1] & 255;
        int a2 = b[2] & 255;
        int a3 = b[3] & 255;
        long number = ((long) a0 << 24) | a1 << 16 | a2 << 8 | a3;
        String dotted = a0 + "." + a1 + "." + a2 + "." + a3;
        String groups = "%x:%x".formatted(a0 << 8 | a1, a2 << 8 | a3);
        String flipped = "%x:%x".formatted((a0 << 8 | a1) ^ 0xffff, (a2 << 8 | a3) ^ 0xffff);
        return new ArrayList<>(List.of(
                dotted,
                dotted + ".",
                dotted + ":8080",
                Long.toString(number),
                "0" + Long.toOctalString(number),
                "0x" + Long.toHexString(number),
                "0X" + Long.toHexString(number).toUpperCase(Locale.ROOT) + ".",
                "0x00000000" + Long.toHexString(number),
                a0 + "." + (number & 0xffffff),
                a0 + "." + a1 + "." + (number & 0xffff),
                "0x%x.0x%x.0x%x.0x%x".formatted(a0, a1, a2, a3),
                "0%o.0%o.0%o.0%o".formatted(a0, a1, a2, a3),
                "00%o.%d.0x%x.%d".formatted(a0, a1, a2, a3),
                "0x%x.0%o.%d".formatted(a0, a1, number & 0xffff),
                dotted.replace(".", "%2e"),
                dotted.replace('.', '\u3002'),
                dotted.replace('.', '\uff0e'),
                fullWidth(dotted),
                percentEncoded(dotted),
                "[::ffff:" + dotted + "]",
                "[::FFFF:" + groups + "]",
                "[0:0:0:0:0:ffff:" + groups + "]",
                "[::" + dotted + "]",
                "[::ffff:0:" + dotted + "]",
                "[64:ff9b::" + dotted + "]",
                "[64:ff9b::" + groups + "]",
                "[64:ff9b:1::" + dotted + "]",
                "[2002:" + groups + "::1]",
                "[2001:0:808:808::" + flipped + "]",
                "[2001:0:" + groups + "::f7f7:f7f7]",
                "[2606:4700::5efe:" + dotted + "]",
                "[2606:4700::200:5efe:" + groups + "]",
                "user@" + dotted,
                "example.com%2f@" + dotted));
    }

    private static String fullWidth(String text) {
        var wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c - '.' + '\uff0e')));
        return wide.toString();
    }

    private static String percentEncoded(String text) {
        var encoded = new StringBuilder();
        text.chars().forEach(c -> encoded.append("%%%02x".formatted(c)));
        return encoded.toString();
    }

    private static String unescaped(String line) {
        return Pattern.compile("\\\\u([0-9a-f]{4})").matcher(line).replaceAll(found -> {
            char c = (char) Integer.parseInt(found.group(1), 16);
            return c == '\\' || c == '$' ? "\\" + c : String.valueOf(c);
        });
    }
}
