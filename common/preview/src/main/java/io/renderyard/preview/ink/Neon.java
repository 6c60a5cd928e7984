package io.renderyard.preview.ink;

/** Dark bodies with edges of light, over a grid. */
record Neon() implements Treatment {
    private static final Colour NIGHT = Colour.of(0x0a0722);
    private static final Colour CYAN = Colour.of(0x5df2ff);

    @Override
    public Colour tone(Colour colour) {
        return colour.vivid(1.25).mix(NIGHT, 0.32);
    }

    @Override
    public Colour glow(Colour colour) {
        return colour.saturation() > 0.3 ? edge(colour).light(0.25) : colour.mix(CYAN, 0.25);
    }

    private static Colour edge(Colour colour) {
        return colour.saturation() > 0.3 ? Colour.hsl(colour.hue(), 1, 0.62) : CYAN;
    }

    @Override
    public String area(Colour colour, Defs defs) {
        return "fill='" + defs.slanted(Defs.stop(0, colour.mix(NIGHT, 0.4)), Defs.stop(1, colour.mix(NIGHT, 0.78)))
                + "' stroke='" + edge(colour).hex() + "' class='n'";
    }

    @Override
    public String ground(Colour upper, Colour lower, Defs defs) {
        return "fill='"
                + defs.falling(
                        Defs.stop(0, upper.mix(Colour.of(0x3a1a7a), 0.4).mix(NIGHT, 0.45)),
                        Defs.stop(1, lower.mix(NIGHT, 0.86)))
                + "'";
    }

    @Override
    public String line(String data, double width, Colour colour) {
        String lit = Lines.plain(data, width * 0.8, edge(colour).hex());
        return width < 5
                ? lit
                : lit + Lines.plain(data, width * 0.52, colour.mix(NIGHT, 0.7).hex());
    }

    @Override
    public String plane(Plane plane, Frame frame, Defs defs) {
        return switch (plane) {
            case THINGS -> "filter='" + halo(frame, defs) + "'";
            case SKY, FAR, GROUND, FRONT -> "";
        };
    }

    private static String halo(Frame frame, Defs defs) {
        return defs.use(
                "halo",
                id -> "<filter id='" + id + "' x='0' y='0' width='" + frame.width() + "' height='"
                        + frame.height() + "' filterUnits='userSpaceOnUse' color-interpolation-filters='sRGB'>"
                        + "<feGaussianBlur stdDeviation='" + Digits.of(frame.shorter() / 130d)
                        + "' result='b'/><feColorMatrix in='b' values='1.5 0 0 0 0 0 1.5 0 0 0 0 0 1.5 0 0 0 0 0 .9 0'"
                        + " result='g'/><feMerge><feMergeNode in='g'/><feMergeNode in='SourceGraphic'/></feMerge></filter>");
    }

    @Override
    public String whole(Frame frame, Defs defs) {
        defs.use(
                "neon",
                id -> "<style>.n{stroke-width:var(--edge," + Digits.of(Math.max(1.3, frame.shorter() / 420d))
                        + "px);stroke-linejoin:round;vector-effect:non-scaling-stroke}</style>");
        return "";
    }

    @Override
    public String finish(Frame frame, Defs defs, Dice dice) {
        String lines = defs.use(
                "scan",
                id -> "<pattern id='" + id + "' width='8' height='4'"
                        + " patternUnits='userSpaceOnUse'><rect width='8' height='1.4' fill='#000'/></pattern>");
        double edge = frame.shorter() * 0.035;
        double arm = frame.shorter() * 0.07;
        double right = frame.width() - edge;
        double low = frame.height() - edge;
        String corners = Digits.path(
                "M~ ~V~H~M~ ~H~V~M~ ~V~H~",
                edge,
                edge + arm,
                edge,
                edge + arm,
                right - arm,
                edge,
                right,
                edge + arm,
                edge,
                low - arm,
                low,
                edge + arm);
        return "<rect " + frame.cover() + " fill='" + lines + "' opacity='.2'/>"
                + Finish.vignette(frame, defs, Colour.of(0x04020f), 0.75)
                + Lines.plain(corners, edge * 0.1, CYAN.hex());
    }

    @Override
    public boolean gridded() {
        return true;
    }
}
