package io.renderyard.preview.ink;

/** Flat, bright colours with a hard shade, and a dark line around everything. */
record Inked() implements Treatment {
    private static final Colour INK = Colour.of(0x1d1730);

    @Override
    public Colour tone(Colour colour) {
        return colour.vivid(1.32).light(0.05);
    }

    @Override
    public String area(Colour colour, Defs defs) {
        Colour shaded = colour.mix(Colour.of(0x2b1c5c), 0.24);
        return "fill='"
                + defs.slanted(
                        Defs.stop(0, colour.light(0.16)),
                        Defs.stop(0.22, colour.light(0.16)),
                        Defs.stop(0.22, colour),
                        Defs.stop(0.66, colour),
                        Defs.stop(0.66, shaded),
                        Defs.stop(1, shaded))
                + "' class='i'";
    }

    @Override
    public String ground(Colour upper, Colour lower, Defs defs) {
        return "fill='"
                + defs.falling(
                        Defs.stop(0, upper),
                        Defs.stop(0.34, upper),
                        Defs.stop(0.34, upper.mix(lower, 0.5)),
                        Defs.stop(0.68, upper.mix(lower, 0.5)),
                        Defs.stop(0.68, lower),
                        Defs.stop(1, lower))
                + "' class='i'";
    }

    @Override
    public String line(String data, double width, Colour colour) {
        return "<path d='" + data + "' class='o' stroke-width='" + Digits.of(width + 2.6) + "'/>"
                + Lines.plain(data, width, colour.hex());
    }

    @Override
    public String edge() {
        return " class='i'";
    }

    @Override
    public String whole(Frame frame, Defs defs) {
        double width = Math.max(1.6, frame.shorter() / 260d);
        defs.use(
                "ink",
                id -> "<style>.i{stroke:" + INK.hex() + ";stroke-width:var(--edge," + Digits.of(width)
                        + "px);stroke-linejoin:round;vector-effect:non-scaling-stroke}.o{fill:none;stroke:" + INK.hex()
                        + ";stroke-linecap:round;stroke-linejoin:round}</style>");
        return "";
    }

    @Override
    public String finish(Frame frame, Defs defs, Dice dice) {
        double step = frame.shorter() / 80d;
        String dots = defs.use(
                "dots",
                id -> "<pattern id='" + id + "' width='" + Digits.of(step) + "' height='"
                        + Digits.of(step) + "' patternUnits='userSpaceOnUse' patternTransform='rotate(30)'><circle cx='"
                        + Digits.of(step / 2) + "' cy='" + Digits.of(step / 2) + "' r='" + Digits.of(step * 0.22)
                        + "' fill='"
                        + INK.hex() + "'/></pattern>");
        String fade = defs.use(
                "dotfade",
                id -> "<mask id='" + id + "'><rect " + frame.cover() + " fill='"
                        + defs.falling(Defs.stop(0, Colour.WHITE, 0.28), Defs.stop(0.34, Colour.WHITE, 0))
                        + "'/></mask>");
        return "<rect " + frame.cover() + " fill='" + dots + "' mask='" + fade + "' opacity='.5'/>";
    }
}
