package io.renderyard.preview.ink;

import java.util.Locale;

/** A colour in sRGB, each part from 0 to 255. */
public record Colour(int red, int green, int blue) {
    public static final Colour WHITE = new Colour(255, 255, 255);
    public static final Colour BLACK = new Colour(10, 10, 16);

    /** @param rgb such as {@code 0xff8800} */
    public static Colour of(int rgb) {
        return new Colour(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
    }

    /** @param hue in degrees, any number
     * @param saturation 0 to 1
     * @param lightness 0 to 1 */
    public static Colour hsl(double hue, double saturation, double lightness) {
        double turn = ((hue % 360) + 360) % 360 / 30;
        double reach = saturation * Math.min(lightness, 1 - lightness);
        return new Colour(
                part(0, turn, lightness, reach), part(8, turn, lightness, reach), part(4, turn, lightness, reach));
    }

    private static int part(int offset, double turn, double lightness, double reach) {
        double at = (offset + turn) % 12;
        return (int) Math.round(255 * (lightness - reach * Math.max(-1, Math.min(Math.min(at - 3, 9 - at), 1))));
    }

    /** @param share of the other, 0 to 1 */
    public Colour mix(Colour other, double share) {
        return new Colour(
                between(red, other.red, share), between(green, other.green, share), between(blue, other.blue, share));
    }

    private static int between(int from, int to, double share) {
        return (int) Math.clamp(Math.round(from + (to - from) * share), 0, 255);
    }

    public Colour light(double share) {
        return mix(WHITE, share);
    }

    public Colour dark(double share) {
        return mix(BLACK, share);
    }

    /** Further from grey (above 1) or nearer to it (below 1). */
    public Colour vivid(double factor) {
        int grey = (int) Math.round(luminance() * 255);
        return new Colour(grey, grey, grey).mix(this, factor);
    }

    /** How bright it looks, 0 to 1. */
    public double luminance() {
        return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
    }

    /** In degrees; 0 for greys. */
    public double hue() {
        int most = Math.max(red, Math.max(green, blue));
        int span = most - Math.min(red, Math.min(green, blue));
        if (span == 0) {
            return 0;
        }
        double sixth = most == red
                ? (double) (green - blue) / span
                : most == green ? 2 + (double) (blue - red) / span : 4 + (double) (red - green) / span;
        return (sixth * 60 + 360) % 360;
    }

    /** How far it is from grey, 0 to 1. */
    public double saturation() {
        int most = Math.max(red, Math.max(green, blue));
        return most == 0 ? 0 : (double) (most - Math.min(red, Math.min(green, blue))) / most;
    }

    /** The distance between its strongest and its weakest part, 0 to 1: small for whatever looks black, grey or white. */
    double chroma() {
        return (Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue))) / 255d;
    }

    /** How far apart two colours are, 0 to 1. */
    double apart(Colour other) {
        return Math.hypot(Math.hypot(red - other.red, green - other.green), blue - other.blue) / 442;
    }

    public String hex() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}
