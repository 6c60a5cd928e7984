package io.renderyard.preview.ink;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a drawing refers to: gradients and filters, each written once. */
public final class Defs {
    private final Map<String, String> ids = new HashMap<>();
    private final StringBuilder markup = new StringBuilder();

    /** The reference, such as {@code url(#d3)}, of what {@code write} makes of its id; the key says what it is. */
    public String use(String key, UnaryOperator<String> write) {
        String known = ids.get(key);
        String id = known == null ? "d" + ids.size() : known;
        if (known == null) {
            ids.put(key, id);
            markup.append(write.apply(id));
        }
        return "url(#" + id + ")";
    }

    /** From the left upper corner of a shape to its right lower one. */
    public String slanted(String... stops) {
        return linear("x2='.7' y2='1'", stops);
    }

    /** From the top of a shape to its bottom. */
    public String falling(String... stops) {
        return linear("x2='0' y2='1'", stops);
    }

    private String linear(String way, String... stops) {
        String all = String.join("", stops);
        return use(way + all, id -> "<linearGradient id='" + id + "' " + way + ">" + all + "</linearGradient>");
    }

    /** From the middle of a shape outwards. */
    public String round(String... stops) {
        String all = String.join("", stops);
        return use("round" + all, id -> "<radialGradient id='" + id + "'>" + all + "</radialGradient>");
    }

    /** @param at 0 to 1 */
    public static String stop(double at, Colour colour) {
        return "<stop offset='" + Digits.of(at) + "' stop-color='" + colour.hex() + "'/>";
    }

    /** @param at 0 to 1
     * @param opacity 0 to 1 */
    public static String stop(double at, Colour colour, double opacity) {
        return "<stop offset='" + Digits.of(at) + "' stop-color='" + colour.hex() + "' stop-opacity='"
                + Digits.of(opacity) + "'/>";
    }

    public String blur(double deviation) {
        return use(
                "blur" + Digits.of(deviation),
                id -> "<filter id='" + id
                        + "' x='-20%' y='-20%' width='140%' height='140%'><feGaussianBlur stdDeviation='"
                        + Digits.of(deviation)
                        + "'/></filter>");
    }

    public String markup() {
        return markup.toString();
    }
}
