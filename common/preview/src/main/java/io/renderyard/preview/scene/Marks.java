package io.renderyard.preview.scene;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Dice;
import io.renderyard.preview.ink.Digits;
import io.renderyard.preview.ink.Pen;

/** What a treatment adds to sky and ground: the marks of a brush, a grid of light. */
final class Marks {
    private Marks() {}

    /** Strokes that follow a slow swirl, lighter and darker than what they lie on. */
    static void brush(Stage stage, double from, double to, Colour light, Colour dark, String name) {
        if (!stage.pen().treatment().brushed()) {
            return;
        }
        Dice dice = stage.dice().fork("brush" + name);
        double phase = dice.between(0, 6);
        Pen pen = stage.pen();
        Colour[] paints = {light.light(0.25), light, dark, dark.mix(light, 0.5), light.mix(Colour.of(0xffd27a), 0.4)};
        StringBuilder[] strokes = new StringBuilder[paints.length];
        for (int i = 0; i < strokes.length; i++) {
            strokes[i] = new StringBuilder();
        }
        int count = (int) (380 * (to - from) / stage.height() + 160);
        for (int i = 0; i < count; i++) {
            double x = dice.between(-0.02, 1) * stage.width();
            double y = dice.between(from, to);
            double turn = 0.75 * Math.sin(x / stage.unit(0.26) + phase) + 0.5 * Math.cos(y / stage.unit(0.17));
            double length = stage.unit(dice.between(0.05, 0.12));
            strokes[dice.below(paints.length)].append(Digits.path(
                    "M~ ~q~ ~ ~ ~",
                    x,
                    y,
                    length * 0.5 * Math.cos(turn - 0.5),
                    length * 0.5 * Math.sin(turn - 0.5),
                    length * Math.cos(turn),
                    length * Math.sin(turn)));
        }
        for (int i = 0; i < paints.length; i++) {
            pen.stroke(paints[i], 0.24, stage.unit(0.017), strokes[i].toString());
        }
    }

    /** Lines that run to the horizon, and a sun in slices. */
    static void grid(Stage stage) {
        if (!stage.pen().treatment().gridded() || stage.horizon() >= stage.height()) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        double y = stage.horizon();
        double deep = stage.height() - y;
        for (int i = 0; i < 11; i++) {
            lines.append(Digits.path("M0 ~H~", y + deep * Math.pow(i / 11d, 2), stage.width()));
        }
        for (int i = -14; i <= 14; i++) {
            lines.append(Digits.path(
                    "M~ ~L~ ~",
                    stage.width() / 2 + i * stage.unit(0.06),
                    y,
                    stage.width() / 2 + i * stage.unit(0.34),
                    stage.height()));
        }
        Colour line = stage.pen().treatment().glow(Colour.of(0xff3fb4));
        stage.pen()
                .raw("<path d='" + lines + "' fill='none' stroke='" + line.hex()
                        + "' stroke-opacity='.5' stroke-width='" + Digits.of(Math.max(1, stage.unit(0.0017))) + "'/>");
        stage.pen().glow(Colour.of(0xff4fc0), 0.55, stage.width() / 2, y, stage.width() * 0.75, stage.unit(0.09));
    }
}
