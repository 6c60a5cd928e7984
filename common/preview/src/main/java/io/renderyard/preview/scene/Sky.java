package io.renderyard.preview.scene;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Defs;
import io.renderyard.preview.ink.Dice;
import io.renderyard.preview.ink.Digits;
import io.renderyard.preview.ink.Pen;
import io.renderyard.preview.words.Hour;
import io.renderyard.preview.words.Kind;
import io.renderyard.preview.words.Scene;
import io.renderyard.preview.words.Weather;

/** Everything above the horizon. */
final class Sky {
    private Sky() {}

    static void draw(Stage stage, double bottom) {
        Pen pen = stage.pen().air(Colour.WHITE, 0);
        Light light = stage.light();
        String fill = stage.sparse()
                ? pen.seen(light.middle().mix(light.low(), 0.6)).hex()
                : pen.defs()
                        .falling(
                                Defs.stop(0, pen.seen(light.top())),
                                Defs.stop(0.55, pen.seen(light.middle())),
                                Defs.stop(1, pen.seen(light.low())));
        pen.raw("<rect " + stage.frame().bleed(-30, bottom + 2) + " fill='" + fill + "'/>");
        boolean covered = stage.reading().has(Weather.RAIN)
                || stage.reading().has(Weather.STORM)
                || stage.reading().has(Weather.CLOUDS);
        if (stage.reading().stars() || stage.reading().hour() == Hour.NIGHT && !covered) {
            Stars.draw(stage, bottom, stage.reading().stars() ? 300 : 130);
        }
        body(stage, covered);
        if (stage.reading().has(Weather.RAINBOW)) {
            rainbow(stage, bottom);
        }
        Clouds.draw(stage, bottom);
    }

    /** The sun or the moon, unless the words have placed one. */
    private static void body(Stage stage, boolean covered) {
        Pen pen = stage.pen();
        boolean placed =
                stage.reading().things().stream().anyMatch(each -> each.kind() == Kind.SUN || each.kind() == Kind.MOON);
        Colour sun = stage.light().sun();
        double size = stage.unit(stage.sparse() ? 0.09 : 0.05);
        boolean night = stage.reading().hour() == Hour.NIGHT;
        if (!night && !covered) {
            pen.glow(sun, 0.8, stage.lit(), stage.high(), stage.unit(0.5), stage.unit(0.42));
        }
        if (placed || covered && !night || stage.reading().scene() == Scene.PLANET) {
            return;
        }
        if (night && stage.sparse() == covered) {
            pen.glow(sun, 0.35, stage.lit(), stage.high(), stage.unit(0.3), stage.unit(0.3));
        }
        if (stage.reading().hour() == Hour.SUNSET && !stage.sparse()) {
            pen.glow(Colour.of(0xff7a3a), 0.7, stage.lit(), stage.horizon(), stage.width() * 0.8, stage.unit(0.26));
            size *= 1.5;
        }
        if (stage.reading().hour() != Hour.DUSK) {
            pen.lampRound(sun, stage.lit(), stage.high(), size * (night ? 0.9 : 1));
        }
        if (night) {
            pen.washRound(
                    sun.dark(0.4), 0.3, stage.lit() - size * 0.25, stage.high() - size * 0.2, size * 0.22, size * 0.2);
            pen.washRound(
                    sun.dark(0.4), 0.25, stage.lit() + size * 0.3, stage.high() + size * 0.2, size * 0.16, size * 0.15);
        }
    }

    private static void rainbow(Stage stage, double bottom) {
        int[] bands = {0xe8453a, 0xf29a35, 0xf6dc4a, 0x5fc05a, 0x4a90e2, 0x7a58c8};
        Pen pen = stage.pen();
        double radius = Math.min(stage.width() * 0.52, bottom * 0.86);
        double width = stage.unit(0.016);
        double x = stage.width() - stage.lit();
        for (int i = 0; i < bands.length; i++) {
            double each = radius - i * width;
            pen.stroke(
                    Colour.of(bands[i]),
                    0.5,
                    width * 1.05,
                    "M~ ~A~ ~ 0 0 1 ~ ~",
                    x - each,
                    bottom,
                    each,
                    each,
                    x + each,
                    bottom);
        }
    }

    /** Shafts of light from the sun, over what lies behind. */
    static void rays(Stage stage, double opacity) {
        Dice dice = stage.dice().fork("rays");
        Colour sun = stage.pen().treatment().glow(stage.light().sun());
        String fill = stage.pen()
                .defs()
                .use(
                        "ray" + sun.hex(),
                        id -> "<linearGradient id='" + id + "' gradientUnits='userSpaceOnUse' x1='0' y1='"
                                + Digits.of(stage.high()) + "' x2='0' y2='"
                                + Digits.of(stage.horizon() + stage.unit(0.05)) + "'>" + Defs.stop(0, sun, opacity)
                                + Defs.stop(1, sun, 0) + "</linearGradient>");
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            double lean = (stage.width() / 2 - stage.lit()) * 0.8 + dice.between(-0.75, 0.75) * stage.width();
            double wide = stage.unit(dice.between(0.04, 0.13));
            path.append(Digits.path(
                    "M~ ~L~ ~H~z",
                    stage.lit(),
                    stage.high(),
                    stage.lit() + lean - wide,
                    stage.horizon() + stage.unit(0.05),
                    stage.lit() + lean + wide));
        }
        stage.pen().raw("<path d='" + path + "' fill='" + fill + "'/>");
    }
}
