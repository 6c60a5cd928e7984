package io.renderyard.preview.scene;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Dice;
import io.renderyard.preview.ink.Digits;
import io.renderyard.preview.ink.Pen;

/** Stars in three sizes, and a band of them across the sky. */
final class Stars {
    private Stars() {}

    static void draw(Stage stage, double bottom, int count) {
        Dice dice = stage.dice().fork("stars");
        Pen pen = stage.pen();
        int many = stage.sparse() ? count / 6 : count;
        if (many > 200) {
            band(stage, dice, bottom);
        }
        Colour white = Colour.of(0xf4f6ff);
        for (int size = 0; size < 3; size++) {
            StringBuilder dots = new StringBuilder();
            for (int i = 0; i < many / (1 + size * 2); i++) {
                dots.append(
                        Digits.path("M~ ~h.1", dice.between(0, stage.width()), bottom * Math.pow(dice.unit(), 1.25)));
            }
            pen.raw("<path d='" + dots + "' stroke='" + white.hex() + "' stroke-linecap='round' stroke-opacity='"
                    + Digits.of(0.5 + size * 0.22) + "' stroke-width='" + Digits.of(stage.unit(0.0018 + size * 0.0011))
                    + "'/>");
        }
        for (int i = 0; i < many / 40; i++) {
            double r = stage.unit(dice.between(0.006, 0.012));
            pen.wash(
                    white,
                    0.9,
                    "M~ ~l~ ~l~ ~l~ ~l~ ~l~ ~l~ ~l~ ~z",
                    dice.between(0, stage.width()),
                    bottom * dice.between(0, 0.7) - r,
                    r * 0.16,
                    r * 0.84,
                    r * 0.84,
                    r * 0.16,
                    -r * 0.84,
                    r * 0.16,
                    -r * 0.16,
                    r * 0.84,
                    -r * 0.16,
                    -r * 0.84,
                    -r * 0.84,
                    -r * 0.16,
                    r * 0.84,
                    -r * 0.16);
        }
    }

    private static void band(Stage stage, Dice dice, double bottom) {
        Pen pen = stage.pen();
        pen.turned(stage.width() * 0.5, bottom * 0.42, stage.left() ? -32 : 32);
        pen.glow(Colour.of(0x9ab0ff), 0.42, 0, 0, stage.width() * 0.9, stage.unit(0.22));
        pen.glow(Colour.of(0xe0a8ff), 0.3, stage.width() * 0.12, 0, stage.width() * 0.4, stage.unit(0.12));
        StringBuilder dots = new StringBuilder();
        for (int i = 0; i < 260; i++) {
            double across = dice.between(-1, 1) * dice.unit();
            dots.append(Digits.path("M~ ~h.1", dice.between(-0.8, 0.8) * stage.width(), across * stage.unit(0.16)));
        }
        pen.raw("<path d='" + dots + "' stroke='#fff' stroke-opacity='.7' stroke-linecap='round' stroke-width='"
                        + Digits.of(stage.unit(0.0018)) + "'/>")
                .close();
    }
}
