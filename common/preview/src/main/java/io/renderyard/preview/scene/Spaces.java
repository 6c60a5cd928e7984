package io.renderyard.preview.scene;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Defs;
import io.renderyard.preview.ink.Dice;
import io.renderyard.preview.ink.Digits;
import io.renderyard.preview.ink.Pen;

/** Where there is no ground: between the stars, above the clouds, under water. */
final class Spaces {
    private Spaces() {}

    static void cosmos(Stage stage) {
        Pen pen = stage.pen().air(Colour.WHITE, 0);
        Dice dice = stage.dice().fork("nebula");
        fill(stage, Colour.of(0x03040f), Colour.of(0x0d1030), Colour.of(0x1a0f33));
        int[] gases = {0x5a3fd0, 0xd0409a, 0x2f8fd8, 0xf07a4a};
        for (int i = 0; i < (stage.sparse() ? 2 : 9); i++) {
            pen.glow(
                    Colour.of(gases[dice.below(gases.length)]),
                    0.42,
                    dice.between(0, stage.width()),
                    dice.between(0.1, 0.9) * stage.height(),
                    stage.unit(dice.between(0.3, 0.7)),
                    stage.unit(dice.between(0.16, 0.4)));
        }
        Stars.draw(stage, stage.height(), 420);
        double radius = stage.unit(0.75);
        pen.washRound(
                Colour.of(0x2f6fb8),
                stage.sparse() ? 0.5 : 0.22,
                stage.side(0.12),
                stage.height() + radius * 0.62,
                radius * 1.05,
                radius * 1.05);
        pen.circle(Colour.of(0x1f4f86), stage.side(0.12), stage.height() + radius * 0.66, radius);
    }

    static void clouds(Stage stage) {
        Sky.draw(stage, stage.height());
        if (stage.sparse()) {
            return;
        }
        Dice dice = stage.dice().fork("cloudsea");
        Colour light = stage.light().low().light(0.5);
        for (int row = 0; row < 4; row++) {
            for (int i = 0; i < 6; i++) {
                Clouds.one(
                        stage,
                        dice,
                        stage.width() * (i + dice.between(-0.3, 0.6)) / 5,
                        stage.height() * (0.84 + row * 0.06),
                        stage.unit(0.2 + row * 0.05),
                        light,
                        stage.light().middle().mix(light, 0.4));
            }
        }
    }

    private static void fill(Stage stage, Colour top, Colour middle, Colour low) {
        Pen pen = stage.pen();
        pen.raw("<rect " + stage.frame().bleed(-30, stage.height() + 30) + " fill='"
                + pen.defs()
                        .falling(
                                Defs.stop(0, pen.seen(top)),
                                Defs.stop(0.5, pen.seen(middle)),
                                Defs.stop(1, pen.seen(low)))
                + "'/>");
    }

    static void depths(Stage stage) {
        Pen pen = stage.pen().air(Colour.WHITE, 0);
        Dice dice = stage.dice().fork("depths");
        boolean dark = stage.light().dark();
        fill(
                stage,
                Colour.of(dark ? 0x134a70 : 0x58c8d8),
                Colour.of(dark ? 0x0b2f56 : 0x1f86b0),
                Colour.of(dark ? 0x061a3a : 0x0d4a7a));
        StringBuilder shafts = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            double x = dice.between(0, stage.width());
            double wide = stage.unit(dice.between(0.03, 0.1));
            double lean = stage.unit(stage.left() ? -0.3 : 0.3);
            shafts.append(Digits.path(
                    "M~ -4H~L~ ~H~z", x, x + wide, x + wide * 2.2 + lean, stage.height() * 0.85, x - wide + lean));
        }
        pen.raw("<path d='" + shafts + "' fill='"
                + pen.defs().falling(Defs.stop(0, Colour.WHITE, dark ? 0.14 : 0.34), Defs.stop(1, Colour.WHITE, 0))
                + "'/>");
        Colour sand = Colour.of(dark ? 0x3a5a78 : 0xc9bf98);
        for (int row = 0; row < 2; row++) {
            Pen floor = pen.air(Colour.of(0x1a6f98), 0.5 - row * 0.25);
            Ridge.land(
                    stage,
                    floor,
                    Ridge.rolling(
                            stage,
                            stage.dice().fork("floor" + row),
                            stage.height() * (0.82 + row * 0.07),
                            stage.unit(0.03),
                            4),
                    sand,
                    sand.dark(0.35));
            weeds(stage, dice, row);
        }
        for (int i = 0; i < (stage.sparse() ? 6 : 34); i++) {
            double r = stage.unit(dice.between(0.002, 0.009));
            pen.stroke(
                    Colour.WHITE,
                    0.6,
                    r * 0.3,
                    "M~ ~a~ ~ 0 1 0 ~ 0a~ ~ 0 1 0 ~ 0",
                    dice.between(0, stage.width()),
                    dice.between(0.05, 0.85) * stage.height(),
                    r,
                    r,
                    2 * r,
                    r,
                    r,
                    -2 * r);
        }
    }

    private static void weeds(Stage stage, Dice dice, int row) {
        for (int i = 0; i < (stage.sparse() ? 3 : 11); i++) {
            double x = dice.between(0, stage.width());
            double y = stage.height() * (0.84 + row * 0.08);
            double tall = stage.unit(dice.between(0.06, 0.17));
            double sway = stage.unit(dice.between(-0.03, 0.03));
            Colour leaf = Colour.of(dice.of(0x3f9a6a, 0x2f7f5f, 0xd06a7a, 0xe09a4a));
            stage.pen()
                    .line(
                            leaf,
                            stage.unit(0.008),
                            "M~ ~Q~ ~ ~ ~T~ ~",
                            x,
                            y,
                            x + sway,
                            y - tall * 0.3,
                            x,
                            y - tall * 0.55,
                            x + sway * 0.6,
                            y - tall);
        }
    }
}
