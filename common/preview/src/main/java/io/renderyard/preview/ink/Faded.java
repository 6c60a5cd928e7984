package io.renderyard.preview.ink;

/** An old postcard: four printing inks that have lost their strength, grain, and a border of paper. */
record Faded() implements Treatment {
    private static final Colour PAPER = Colour.of(0xf2e4c3);
    private static final Colour PRINT = Colour.of(0x3c2c22);

    @Override
    public Colour tone(Colour colour) {
        return colour.vivid(0.95).mix(PRINT.mix(PAPER, Math.pow(colour.luminance(), 0.72)), 0.5);
    }

    @Override
    public String area(Colour colour, Defs defs) {
        return "fill='" + defs.slanted(Defs.stop(0, colour.light(0.12)), Defs.stop(1, colour.mix(PRINT, 0.24)))
                + "' stroke='" + PRINT.hex() + "' stroke-opacity='.4' stroke-width='.7'";
    }

    @Override
    public String finish(Frame frame, Defs defs, Dice dice) {
        double edge = frame.shorter() * 0.042;
        double right = frame.width() - edge;
        double low = frame.height() - edge;
        String card =
                Digits.path("M0 0H~V~H0zM~ ~V~H~V~z", frame.width(), frame.height(), edge, edge, low, right, edge);
        String rule =
                Digits.path("M~ ~H~V~H~z", edge * 1.3, edge * 1.3, right - edge * 0.3, low - edge * 0.3, edge * 1.3);
        return "<rect " + frame.cover() + " fill='#e8a95c' opacity='.16' style='mix-blend-mode:multiply'/>"
                + Finish.vignette(frame, defs, Colour.of(0x4a2c12), 0.5)
                + "<path d='" + rule + "' fill='none' stroke='" + PAPER.hex() + "' stroke-opacity='.7' stroke-width='"
                + Digits.of(edge * 0.07) + "'/><path d='" + card + "' fill='" + PAPER.hex()
                + "' fill-rule='evenodd'/>" + scratches(frame, dice) + postmark(frame, edge)
                + Finish.grain(frame, defs, 0.55, 0.62, dice.below(900));
    }

    private static String scratches(Frame frame, Dice dice) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 14; i++) {
            double x = dice.between(0, frame.width());
            double y = dice.between(0, frame.height());
            lines.append(Digits.path(
                    "M~ ~q~ ~ ~ ~",
                    x,
                    y,
                    dice.between(-6, 6),
                    dice.between(10, 40),
                    dice.between(-9, 9),
                    dice.between(30, 120)));
        }
        return "<path d='" + lines + "' fill='none' stroke='#fff6de' stroke-opacity='.34' stroke-width='.8'/>";
    }

    private static String postmark(Frame frame, double edge) {
        double radius = frame.shorter() * 0.075;
        double x = frame.width() - edge * 2.1 - radius;
        double y = edge * 2.1 + radius;
        StringBuilder mark = new StringBuilder();
        for (double each : new double[] {1, 0.9, 0.56}) {
            double r = radius * each;
            mark.append(Digits.path("M~ ~a~ ~ 0 1 0 ~ 0a~ ~ 0 1 0 ~ 0", x - r, y, r, r, 2 * r, r, r, -2 * r));
        }
        for (int i = -2; i <= 2; i++) {
            double wave = radius * 0.34;
            mark.append(Digits.path(
                    "M~ ~q~ ~ ~ 0t~ 0t~ 0t~ 0",
                    x - radius * 3.1,
                    y + i * radius * 0.3,
                    wave / 2,
                    -radius * 0.2,
                    wave,
                    wave * 1.3,
                    wave * 1.3,
                    wave * 1.3));
        }
        return "<path d='" + mark + "' fill='none' stroke='" + PRINT.hex() + "' stroke-opacity='.5' stroke-width='"
                + Digits.of(radius * 0.035) + "'/>";
    }
}
