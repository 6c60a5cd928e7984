package io.renderyard.preview.scene;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Dice;
import io.renderyard.preview.ink.Digits;
import io.renderyard.preview.ink.Pen;

/** Blades, and dots of flowers between them. */
final class Grass {
    private Grass() {}

    static void tufts(Stage stage, double from, int count, Colour soil) {
        Dice dice = stage.dice().fork("grass");
        Pen pen = stage.near();
        StringBuilder[] blades = {new StringBuilder(), new StringBuilder()};
        for (int i = 0; i < count; i++) {
            double at = dice.unit();
            double x = dice.between(0, stage.width());
            double y = from + at * (stage.height() - from);
            double tall = stage.unit(0.01 + at * 0.026);
            for (int blade = -1; blade <= 1; blade++) {
                blades[i % 2].append(Digits.path(
                        "M~ ~Q~ ~ ~ ~",
                        x + blade * tall * 0.16,
                        y,
                        x + blade * tall * 0.2,
                        y - tall * 0.7,
                        x + blade * tall * 0.55,
                        y - tall));
            }
        }
        pen.stroke(soil.dark(0.4), 0.7, stage.unit(0.0028), blades[0].toString());
        pen.stroke(soil.light(0.3), 0.6, stage.unit(0.0024), blades[1].toString());
    }

    static void flowers(Stage stage, double from, int count) {
        Dice dice = stage.dice().fork("petals");
        Pen pen = stage.near();
        for (int i = 0; i < count; i++) {
            double at = Math.pow(dice.unit(), 0.7);
            Colour petal = Colour.of(dice.of(0xf6f2e6, 0xf2cf4a, 0xe8688a, 0xb58ae0));
            double size = stage.unit(0.0025 + at * 0.005);
            pen.washRound(
                    petal,
                    0.95,
                    dice.between(0, stage.width()),
                    from + at * (stage.height() - from),
                    size,
                    size * 0.72);
        }
    }
}
