package io.renderyard.preview.ink;

/** Light from the left above, soft shades, planes out of focus, the grain of a sensor. */
record Photographed() implements Treatment {
    @Override
    public Colour tone(Colour colour) {
        return colour.vivid(0.86).mix(Colour.of(0x1d232b), 0.06);
    }

    @Override
    public Colour glow(Colour colour) {
        return colour;
    }

    @Override
    public String area(Colour colour, Defs defs) {
        return "fill='"
                + defs.slanted(
                        Defs.stop(0, colour.light(0.3)),
                        Defs.stop(0.3, colour.light(0.06)),
                        Defs.stop(0.62, colour.dark(0.14)),
                        Defs.stop(1, colour.dark(0.42)))
                + "'";
    }

    @Override
    public String ground(Colour upper, Colour lower, Defs defs) {
        return "fill='"
                + defs.falling(
                        Defs.stop(0, upper.light(0.08)),
                        Defs.stop(0.4, upper.mix(lower, 0.5)),
                        Defs.stop(1, lower.dark(0.24)))
                + "'";
    }

    @Override
    public String plane(Plane plane, Frame frame, Defs defs) {
        double pixel = frame.shorter() / 720d;
        return switch (plane) {
            case SKY -> "filter='" + defs.blur(2.2 * pixel) + "'";
            case FAR -> "filter='" + defs.blur(1.7 * pixel) + "'";
            case GROUND -> "filter='" + defs.blur(0.8 * pixel) + "'";
            case THINGS -> "";
            case FRONT -> "filter='" + defs.blur(5 * pixel) + "'";
        };
    }

    @Override
    public String finish(Frame frame, Defs defs, Dice dice) {
        return Finish.vignette(frame, defs, Colour.of(0x05070c), 0.62)
                + Finish.grain(frame, defs, 0.8, 0.34, dice.below(900));
    }
}
