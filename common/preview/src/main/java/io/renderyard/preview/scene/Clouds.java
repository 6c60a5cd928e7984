package io.renderyard.preview.scene;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Defs;
import io.renderyard.preview.ink.Dice;
import io.renderyard.preview.ink.Digits;
import io.renderyard.preview.ink.Pen;
import io.renderyard.preview.ink.Treatment;
import io.renderyard.preview.words.Reading;
import io.renderyard.preview.words.Scene;
import io.renderyard.preview.words.Weather;

/** Clouds of puffs over a flat base, lit from the sun's side. */
final class Clouds {
    private Clouds() {}

    static void draw(Stage stage, double bottom) {
        Reading reading = stage.reading();
        boolean heavy = reading.has(Weather.RAIN) || reading.has(Weather.STORM) || reading.has(Weather.CLOUDS);
        Dice dice = stage.dice().fork("clouds");
        if (reading.scene() == Scene.PLANET || treatment(stage).gridded() && !heavy) {
            return;
        }
        int count = heavy
                ? 11
                : reading.has(Weather.CLEAR) || reading.stars()
                        ? 1
                        : stage.light().dark() ? 3 : 4;
        if (stage.sparse()) {
            count = heavy ? 4 : 1;
        }
        Colour light = stage.light().low().mix(Colour.WHITE, stage.light().dark() ? 0.08 : 0.66);
        Colour shade = heavy
                ? stage.light().middle().dark(0.25)
                : stage.light().middle().mix(light, 0.45);
        for (int i = 0; i < count; i++) {
            double far = dice.unit();
            double y = heavy ? bottom * dice.between(0.02, 0.5) : bottom * dice.between(0.1, 0.72);
            double width = stage.unit((heavy ? 0.36 : 0.17) + 0.14 * (1 - y / bottom)) * dice.between(0.8, 1.3);
            one(
                    stage,
                    dice,
                    dice.between(-0.05, 1.05) * stage.width(),
                    y,
                    width,
                    light.mix(stage.light().haze(), far * 0.35),
                    shade);
        }
    }

    private static Treatment treatment(Stage stage) {
        return stage.pen().treatment();
    }

    static void one(Stage stage, Dice dice, double x, double y, double width, Colour light, Colour shade) {
        Pen pen = stage.pen();
        StringBuilder edge = new StringBuilder(Digits.path("M~ 0", -width));
        double at = -width;
        while (at < width * 0.92) {
            double middle = 1 - Math.abs(at) / width;
            double step = Math.min(width - at, width * (0.2 + 0.26 * middle) * dice.between(0.8, 1.15));
            double rise = at < 0 ? -width * 0.2 * middle * dice.between(0.3, 1) : width * 0.12 * dice.between(0.2, 1);
            double radius = step * dice.between(0.52, 0.6);
            edge.append(Digits.path("a~ ~ 0 0 1 ~ ~", radius, radius, step, at + step > width * 0.9 ? 0 : rise * 0.6));
            at += step;
        }
        edge.append(Digits.path("Q~ ~ 0 ~T~ 0z", width * 0.9, width * 0.14, width * 0.13, -width));
        String fill = pen.defs()
                .falling(
                        Defs.stop(0, pen.seen(light), 0.96),
                        Defs.stop(0.6, pen.seen(light.mix(shade, 0.35)), 0.9),
                        Defs.stop(1, pen.seen(shade), stage.sparse() ? 0.9 : 0.55));
        pen.at(x, y, 1, 1)
                .raw("<path d='" + edge + "' fill='" + fill + "'"
                        + pen.treatment().edge() + "/>");
        if (!stage.sparse() && pen.treatment().edge().isEmpty()) {
            for (int i = 0; i < 6; i++) {
                double off = dice.between(-0.7, 0.7);
                double puff = width * dice.between(0.14, 0.24) * (1.15 - Math.abs(off));
                pen.shade(
                        light.light(0.45),
                        0.5,
                        off * width,
                        -width * 0.14 * (1.2 - Math.abs(off)) - puff * 0.3,
                        puff * 1.2,
                        puff * 0.8);
            }
        }
        pen.close();
    }
}
