package io.renderyard.preview.ink;

import java.util.List;

/** What a style makes of colours, areas, lines and the finished picture. */
public sealed interface Treatment permits Photographed, Painted, Inked, Reduced, Faded, Neon, Flat {
    /** @param base the colour of the air, from which a reduced palette is made
     * @param accents the colours that matter most */
    static Treatment of(Style style, Colour base, List<Colour> accents) {
        return switch (style) {
            case PHOTOREALISTIC -> new Photographed();
            case ARTISTIC -> new Painted();
            case CARTOON -> new Inked();
            case MINIMALIST -> new Reduced(base, accents);
            case VINTAGE -> new Faded();
            case FUTURISTIC -> new Neon();
            case PLAIN -> new Flat();
        };
    }

    Colour tone(Colour colour);

    /** The colour of what shines. */
    default Colour glow(Colour colour) {
        return tone(colour);
    }

    /** Attributes of an area of a thing. */
    String area(Colour colour, Defs defs);

    /** Attributes of land, water or sky, from its upper edge to its lower one. */
    default String ground(Colour upper, Colour lower, Defs defs) {
        return "fill='" + defs.falling(Defs.stop(0, upper), Defs.stop(1, lower)) + "'";
    }

    /** A line as markup. */
    default String line(String data, double width, Colour colour) {
        return Lines.plain(data, width, colour.hex());
    }

    /** Attributes of the group of a plane. */
    default String plane(Plane plane, Frame frame, Defs defs) {
        return "";
    }

    /** Attributes of the group around all planes. */
    default String whole(Frame frame, Defs defs) {
        return "";
    }

    /** What lies over the picture: grain, vignette, border. */
    default String finish(Frame frame, Defs defs, Dice dice) {
        return "";
    }

    /** Attributes of the edge of a cloud, with a space before them. */
    default String edge() {
        return "";
    }

    /** True when little is to be drawn, and much left empty. */
    default boolean sparse() {
        return false;
    }

    /** True when the ground shows the marks of a brush. */
    default boolean brushed() {
        return false;
    }

    /** True when the ground is a grid of light. */
    default boolean gridded() {
        return false;
    }
}
