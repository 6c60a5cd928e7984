package io.renderyard.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Reads address literals exactly as browsers do (WHATWG URL, "IPv4 parser" and "IPv6 parser"). Java's own reading
 * differs, for instance in taking {@code 0177.0.0.1} as decimal, and a difference is a hole in the wall.
 */
final class Literals {
    private Literals() {}

    /** Whether browsers read this host as an IPv4 address, well-formed or not: its last label is a number. */
    static boolean endsInNumber(String host) {
        String text = withoutTrailingDot(host);
        String last = text.substring(text.lastIndexOf('.') + 1);
        return !last.isEmpty()
                && (last.chars().allMatch(c -> c >= '0' && c <= '9') || last.matches("0[xX][0-9a-fA-F]*"));
    }

    /** Decimal, octal and hex, one to four parts, at most one trailing dot. */
    static InetAddress ipv4(String host) throws RefusedTarget {
        String[] parts = withoutTrailingDot(host).split("\\.", -1);
        if (parts.length > 4) {
            throw RefusedTarget.malformed("more than four parts in " + host);
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            int bytes = last ? 5 - parts.length : 1;
            long value = number(parts[i], host);
            if (value >= 1L << (8 * bytes)) {
                throw RefusedTarget.malformed("a part is too large in " + host);
            }
            address = address << (8 * bytes) | value;
        }
        return of(new byte[] {(byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address});
    }

    private static long number(String part, String host) throws RefusedTarget {
        boolean hex = part.startsWith("0x") || part.startsWith("0X");
        boolean octal = !hex && part.length() > 1 && part.startsWith("0");
        int radix = hex ? 16 : octal ? 8 : 10;
        String digits = hex ? part.substring(2) : part;
        if (part.isEmpty()) {
            throw RefusedTarget.malformed("an empty part in " + host);
        }
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            int digit = c < 128 ? Character.digit(c, radix) : -1;
            if (digit < 0) {
                throw RefusedTarget.malformed("a part is no number in " + host);
            }
            // Saturates far above any valid value instead of wrapping round into one.
            value = Math.min(value * radix + digit, 1L << 40);
        }
        return value;
    }

    /** Without brackets. Zone ids are refused, as browsers do: a zone says "this very link". */
    static InetAddress ipv6(String text) throws RefusedTarget {
        int[] pieces = new int[8];
        int count = 0;
        int gap = -1;
        int at = 0;
        if (text.startsWith("::")) {
            gap = 0;
            at = 2;
        }
        while (at < text.length()) {
            int end = text.indexOf(':', at);
            String piece = end < 0 ? text.substring(at) : text.substring(at, end);
            if (count == 8) {
                throw notIpv6(text);
            }
            if (piece.isEmpty()) {
                if (gap >= 0 || end < 0 || count == 0) {
                    throw notIpv6(text);
                }
                gap = count;
            } else if (piece.indexOf('.') >= 0) {
                if (end >= 0 || count > 6) {
                    throw notIpv6(text);
                }
                byte[] tail = dotted(piece, text);
                pieces[count++] = ((tail[0] & 255) << 8) | (tail[1] & 255);
                pieces[count++] = ((tail[2] & 255) << 8) | (tail[3] & 255);
            } else {
                if (!piece.matches("[0-9a-fA-F]{1,4}")) {
                    throw notIpv6(text);
                }
                pieces[count++] = Integer.parseInt(piece, 16);
            }
            if (end < 0) {
                break;
            }
            at = end + 1;
            boolean endsAfterOneColon = at == text.length() && gap != count;
            if (endsAfterOneColon) {
                throw notIpv6(text);
            }
        }
        if (gap < 0 ? count != 8 : count > 7) {
            throw notIpv6(text);
        }
        byte[] bytes = new byte[16];
        for (int i = 0; i < count; i++) {
            int place = gap >= 0 && i >= gap ? 8 - count + i : i;
            bytes[2 * place] = (byte) (pieces[i] >> 8);
            bytes[2 * place + 1] = (byte) pieces[i];
        }
        return of(bytes);
    }

    /** Four decimal numbers without leading zeros: the only form inside IPv6 text and in our own settings. */
    static byte[] dotted(String text, String whole) throws RefusedTarget {
        if (!text.matches("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}")) {
            throw RefusedTarget.malformed(text + " is no dotted IPv4 address in " + whole);
        }
        return ipv4(text).getAddress();
    }

    /** IPv4-mapped bytes come back as the IPv4 address, which is what the kernel would dial. */
    static InetAddress of(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.length, e);
        }
    }

    private static String withoutTrailingDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static RefusedTarget notIpv6(String text) {
        return RefusedTarget.malformed("not an IPv6 address: " + text);
    }
}
