package io.renderyard.preview.ink;

/** Rich colours, edges that a brush has pulled, and paint that stands out from the canvas. */
record Painted() implements Treatment {
    @Override
    public Colour tone(Colour colour) {
        return colour.vivid(1.28).mix(Colour.of(0x2a1a52), 0.05);
    }

    @Override
    public String area(Colour colour, Defs defs) {
        Colour warm = colour.mix(Colour.of(0xffd27a), 0.3);
        Colour cool = colour.mix(Colour.of(0x35246e), 0.34);
        return "fill='" + defs.slanted(Defs.stop(0, warm), Defs.stop(0.45, colour), Defs.stop(1, cool)) + "'";
    }

    @Override
    public String ground(Colour upper, Colour lower, Defs defs) {
        return "fill='" + defs.falling(Defs.stop(0, upper.vivid(1.1)), Defs.stop(1, lower.vivid(1.15))) + "'";
    }

    @Override
    public String whole(Frame frame, Defs defs) {
        double pixel = frame.shorter() / 720d;
        String filter = defs.use(
                "brush",
                id -> "<filter id='" + id
                        + "' x='0' y='0' width='100%' height='100%' color-interpolation-filters='sRGB'>"
                        + "<feTurbulence type='turbulence' baseFrequency='" + Digits.of(0.03 / pixel)
                        + "' numOctaves='2' seed='7'/><feDisplacementMap in='SourceGraphic' scale='"
                        + Digits.of(9 * pixel)
                        + "' xChannelSelector='R' yChannelSelector='G'/></filter>");
        // What lies outside is pulled in at the edges; a little larger, that stays outside.
        return "filter='" + filter + "' transform='translate(" + Digits.of(frame.width() * -0.015) + " "
                + Digits.of(frame.height() * -0.015) + ") scale(1.03)'";
    }

    @Override
    public String finish(Frame frame, Defs defs, Dice dice) {
        int seed = dice.below(900);
        String filter = defs.use(
                "impasto",
                id -> "<filter id='" + id
                        + "' x='0' y='0' width='100%' height='100%' color-interpolation-filters='sRGB'>"
                        + "<feTurbulence type='fractalNoise' baseFrequency='.03 .055' numOctaves='2' seed='" + seed
                        + "'/><feDiffuseLighting surfaceScale='2.6' diffuseConstant='1.05'><feDistantLight azimuth='225'"
                        + " elevation='58'/></feDiffuseLighting></filter>");
        return "<g style='mix-blend-mode:soft-light' opacity='.5'><g transform='rotate(-16 "
                + frame.width() / 2 + " " + frame.height() / 2 + ") scale(1.5)'><rect x='"
                + -frame.width() / 4 + "' y='" + -frame.height() / 4 + "' width='" + frame.width() * 5 / 4
                + "' height='"
                + frame.height() * 5 / 4 + "' filter='" + filter + "'/></g></g>"
                + Finish.vignette(frame, defs, Colour.of(0x24103a), 0.4);
    }

    @Override
    public boolean brushed() {
        return true;
    }
}
