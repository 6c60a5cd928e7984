package io.renderyard.gateway.artifact;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an address, in their order. Reads a percent sign that escapes nothing as itself, since {@code w=50%}
 * is what people write, and a server drops such a parameter without a word.
 */
public record Query(List<Pair> pairs) {
    /**
     * One parameter.
     *
     * @param raw as it stands in the address
     * @param name decoded
     * @param value decoded; empty when there is none
     */
    public record Pair(String raw, String name, String value) {
        private static Pair parse(String raw) {
            int equals = raw.indexOf('=');
            return equals < 0
                    ? new Pair(raw, decode(raw), "")
                    : new Pair(raw, decode(raw.substring(0, equals)), decode(raw.substring(equals + 1)));
        }
    }

    public Query {
        pairs = List.copyOf(pairs);
    }

    /** @param raw what follows the question mark, still encoded; null when there is none */
    public static Query parse(@Nullable String raw) {
        return new Query(
                raw == null
                        ? List.of()
                        : Arrays.stream(raw.split("&", -1)).map(Pair::parse).toList());
    }

    /** The values of a parameter; empty when it is not there. */
    public List<String> all(String name) {
        return pairs.stream()
                .filter(pair -> pair.name().equals(name))
                .map(Pair::value)
                .toList();
    }

    /** As it goes behind a question mark. */
    public String raw() {
        return pairs.stream().map(Pair::raw).collect(Collectors.joining("&"));
    }

    /** Each name once, in the order in which they come first. */
    public List<String> names() {
        return pairs.stream().map(Pair::name).distinct().toList();
    }

    private static String decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            int escaped = raw[i] == '%' && i + 2 < raw.length ? hex(raw[i + 1]) * 16 + hex(raw[i + 2]) : -1;
            if (escaped >= 0) {
                bytes.write(escaped);
                i += 2;
            } else {
                bytes.write(raw[i] == '+' ? ' ' : raw[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Far below zero when it is no digit, so that a sum with it is, too. */
    private static int hex(byte digit) {
        int value = Character.digit(digit, 16);
        return value < 0 ? -1_000 : value;
    }
}
