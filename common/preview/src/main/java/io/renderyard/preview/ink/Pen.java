package io.renderyard.preview.ink;

/**
 * Draws areas, lines and lights as SVG. Every colour goes through the air (the hour's tint, the haze of the distance) and
 * through the treatment of the style. Lengths are in the units of whatever group is open; y grows downwards.
 */
public final class Pen {
    private final StringBuilder out = new StringBuilder();
    private final Treatment treatment;
    private final Defs defs;
    private Colour air = Colour.WHITE;
    private double share;

    public Pen(Treatment treatment, Defs defs) {
        this.treatment = treatment;
        this.defs = defs;
    }

    public Treatment treatment() {
        return treatment;
    }

    public Defs defs() {
        return defs;
    }

    /** From now on colours are mixed with that of the air. */
    public Pen air(Colour colour, double amount) {
        air = colour;
        share = amount;
        return this;
    }

    /** The colour as it comes to the paper. */
    public Colour seen(Colour colour) {
        return treatment.tone(colour.mix(air, share));
    }

    public Pen raw(String markup) {
        out.append(markup);
        return this;
    }

    public Pen open(String attributes) {
        return raw("<g " + attributes + ">");
    }

    /** A group whose origin is at a place of the present one. */
    public Pen at(double x, double y, double scaleX, double scaleY) {
        return open("transform='translate(" + Digits.of(x) + " " + Digits.of(y) + ") scale(" + fine(scaleX) + " "
                + fine(scaleY) + ")'");
    }

    public Pen turned(double x, double y, double degrees) {
        return open(
                "transform='translate(" + Digits.of(x) + " " + Digits.of(y) + ") rotate(" + Digits.of(degrees) + ")'");
    }

    private static String fine(double scale) {
        return Double.toString(Math.round(scale * 10_000) / 10_000d);
    }

    public Pen close() {
        return raw("</g>");
    }

    /** @param data with {@code ~} for each of the numbers */
    public Pen path(Colour colour, String data, double... numbers) {
        return raw("<path d='" + Digits.path(data, numbers) + "' " + area(colour) + "/>");
    }

    public Pen circle(Colour colour, double x, double y, double radius) {
        return ellipse(colour, x, y, radius, radius);
    }

    public Pen ellipse(Colour colour, double x, double y, double across, double down) {
        return raw("<ellipse" + round(x, y, across, down) + area(colour) + "/>");
    }

    public Pen box(Colour colour, double x, double y, double width, double height, double corner) {
        return raw("<rect" + rect(x, y, width, height, corner) + area(colour) + "/>");
    }

    private static String rect(double x, double y, double width, double height, double corner) {
        return " x='" + Digits.of(x) + "' y='" + Digits.of(y) + "' width='" + Digits.of(width) + "' height='"
                + Digits.of(height) + "'" + (corner > 0 ? " rx='" + Digits.of(corner) + "' " : " ");
    }

    private static String round(double x, double y, double across, double down) {
        return " cx='" + Digits.of(x) + "' cy='" + Digits.of(y) + "' rx='" + Digits.of(across) + "' ry='"
                + Digits.of(down) + "' ";
    }

    private String area(Colour colour) {
        return treatment.area(seen(colour), defs);
    }

    /** A line that is thin in comparison with what it belongs to. */
    public Pen line(Colour colour, double width, String data, double... numbers) {
        return raw(treatment.line(Digits.path(data, numbers), width, seen(colour)));
    }

    /** Flat and without outline, with an opacity: shades, gleams, ripples. */
    public Pen wash(Colour colour, double opacity, String data, double... numbers) {
        return raw("<path d='" + Digits.path(data, numbers) + "' fill='"
                + seen(colour).hex() + "' fill-opacity='" + Digits.of(opacity) + "'/>");
    }

    public Pen washRound(Colour colour, double opacity, double x, double y, double across, double down) {
        return raw("<ellipse" + round(x, y, across, down) + "fill='"
                + seen(colour).hex() + "' fill-opacity='" + Digits.of(opacity) + "'/>");
    }

    /** A thin stroke without outline, with an opacity. */
    public Pen stroke(Colour colour, double opacity, double width, String data, double... numbers) {
        return raw("<path d='" + Digits.path(data, numbers) + "' fill='none' stroke-linecap='round' stroke='"
                + seen(colour).hex() + "' stroke-opacity='" + Digits.of(opacity) + "' stroke-width='"
                + Digits.of(width) + "'/>");
    }

    /** Lit from within: the air does not dim it. */
    public Pen lamp(Colour colour, double x, double y, double width, double height, double corner) {
        return raw("<rect" + rect(x, y, width, height, corner) + "fill='"
                + treatment.glow(colour).hex() + "'/>");
    }

    public Pen lampRound(Colour colour, double x, double y, double radius) {
        return raw("<ellipse" + round(x, y, radius, radius) + "fill='"
                + treatment.glow(colour).hex() + "'/>");
    }

    /** Light that fades outwards. */
    public Pen glow(Colour colour, double opacity, double x, double y, double across, double down) {
        Colour lit = treatment.glow(colour);
        String fill = defs.round(Defs.stop(0, lit, opacity), Defs.stop(0.35, lit, opacity * 0.4), Defs.stop(1, lit, 0));
        return raw("<ellipse" + round(x, y, across, down) + "fill='" + fill + "'/>");
    }

    /** A shade on the ground that fades outwards. */
    public Pen shade(Colour colour, double opacity, double x, double y, double across, double down) {
        Colour dark = seen(colour);
        String fill =
                defs.round(Defs.stop(0, dark, opacity), Defs.stop(0.6, dark, opacity * 0.6), Defs.stop(1, dark, 0));
        return raw("<ellipse" + round(x, y, across, down) + "fill='" + fill + "'/>");
    }

    public String drawn() {
        return out.toString();
    }
}
