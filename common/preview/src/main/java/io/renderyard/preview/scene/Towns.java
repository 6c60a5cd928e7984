package io.renderyard.preview.scene;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Dice;
import io.renderyard.preview.ink.Digits;
import io.renderyard.preview.ink.Pen;
import io.renderyard.preview.words.Mood;
import io.renderyard.preview.words.Scene;
import io.renderyard.preview.words.Weather;

/** Cities from afar, and streets from within. */
final class Towns {
    private static final int[] NEONS = {0xff3fa4, 0x3fe0ff, 0xffd23f, 0x8aff5a, 0xb46aff};

    private Towns() {}

    static void far(Stage stage) {
        boolean street = stage.reading().scene() == Scene.STREET;
        double base = stage.horizon() + (street ? stage.unit(0.05) : 0);
        if (stage.sparse()) {
            Skyline.draw(stage, base, stage.unit(0.3), 0.5);
            return;
        }
        Skyline.draw(stage, base, stage.unit(0.62), 0.9);
        Skyline.draw(stage, base, stage.unit(0.44), 0.6);
        if (!street) {
            Skyline.draw(stage, base, stage.unit(0.26), 0.2);
        }
    }

    /** A row of house fronts that runs towards the middle. */
    private static void side(Stage stage, boolean right) {
        Dice dice = stage.dice().fork("side" + right);
        double vanish = stage.horizon() + stage.unit(0.02);
        double reach = stage.width() * (stage.frame().wide() ? 0.34 : 0.36);
        int houses = 4;
        for (int i = houses - 1; i >= 0; i--) {
            Pen pen = stage.away(0.1 + i * 0.14);
            double near = 1 - (double) i / houses;
            double far = 1 - (double) (i + 1) / houses;
            double outer = across(stage, right, reach * (1 - Math.pow(near, 0.8)) - (i == 0 ? stage.unit(0.05) : 0));
            double inner = across(stage, right, reach * (1 - Math.pow(far, 0.8)));
            double tall = stage.unit(dice.between(0.62, 0.9));
            double topOuter = vanish - tall * (0.35 + 0.65 * near);
            double topInner = vanish - tall * (0.35 + 0.65 * far);
            double footOuter = vanish + stage.height() * 0.3 * near;
            double footInner = vanish + stage.height() * 0.3 * far;
            Colour wall = Colour.of(dice.of(0x8a5f54, 0x6a6f86, 0x9a8468, 0x5f7a80, 0x7f5f78));
            String front = Digits.path(
                    "M~ ~L~ ~L~ ~L~ ~z", outer, topOuter, inner, topInner, inner, footInner, outer, footOuter);
            Ridge.land(stage, pen, front, wall.light(0.06), wall.dark(0.3));
            if (!stage.sparse()) {
                windows(stage, pen, dice, new double[] {outer, inner, topOuter, topInner, footOuter, footInner});
                shop(stage, pen, dice, right, new double[] {
                    outer, inner, footOuter, footInner, footOuter - topOuter, footInner - topInner
                });
            }
        }
    }

    private static double across(Stage stage, boolean right, double x) {
        return right ? stage.width() - x : x;
    }

    private static void windows(Stage stage, Pen pen, Dice dice, double[] wall) {
        StringBuilder lit = new StringBuilder();
        StringBuilder blind = new StringBuilder();
        for (int row = 1; row < 8; row++) {
            for (int column = 0; column < 3; column++) {
                double from = (column + 0.25) / 3;
                double to = (column + 0.75) / 3;
                double top = row / 10d;
                double low = top + 0.055;
                String pane = Digits.path(
                        "M~ ~L~ ~L~ ~L~ ~z",
                        at(wall, from),
                        down(wall, from, top),
                        at(wall, to),
                        down(wall, to, top),
                        at(wall, to),
                        down(wall, to, low),
                        at(wall, from),
                        down(wall, from, low));
                (dice.chance(stage.light().dark() ? 0.5 : 0.1) ? lit : blind).append(pane);
            }
        }
        pen.wash(Colour.of(stage.light().dark() ? 0x141a2e : 0xb5d0de), 0.6, blind.toString());
        pen.raw("<path d='" + lit + "' fill='"
                + pen.treatment().glow(Colour.of(0xffd684)).hex() + "' fill-opacity='.95'/>");
    }

    private static double at(double[] wall, double across) {
        return wall[0] + (wall[1] - wall[0]) * across;
    }

    private static double down(double[] wall, double across, double share) {
        double top = wall[2] + (wall[3] - wall[2]) * across;
        double foot = wall[4] + (wall[5] - wall[4]) * across;
        return top + (foot - top) * share;
    }

    private static void shop(Stage stage, Pen pen, Dice dice, boolean right, double[] wall) {
        boolean neon = stage.reading().mood() == Mood.NEON || stage.light().dark();
        Colour sign = Colour.of(dice.of(0xff3fa4, 0x3fe0ff, 0xffd23f, 0x8aff5a, 0xb46aff));
        double low = 0.02;
        double high = 0.15;
        Colour glass = stage.light().dark() ? Colour.of(0xffc778) : Colour.of(0x8fb4c4);
        String pane = Digits.path(
                "M~ ~L~ ~L~ ~L~ ~z",
                wall[0],
                wall[2] - wall[4] * high,
                wall[1],
                wall[3] - wall[5] * high,
                wall[1],
                wall[3] - wall[5] * low,
                wall[0],
                wall[2] - wall[4] * low);
        pen.raw("<path d='" + pane + "' fill='" + pen.treatment().glow(glass).hex() + "' fill-opacity='.75'/>");
        Colour cloth = neon ? sign : Colour.of(dice.of(0xc8453a, 0x3f8f6a, 0x2f6fa0, 0xe0a030));
        pen.path(
                cloth,
                "M~ ~L~ ~L~ ~L~ ~z",
                wall[0],
                wall[2] - wall[4] * (high + 0.035),
                wall[1],
                wall[3] - wall[5] * (high + 0.035),
                wall[1],
                wall[3] - wall[5] * high,
                wall[0],
                wall[2] - wall[4] * high);
        if (neon) {
            double x = wall[0] + (wall[1] - wall[0]) * 0.8;
            double tall = wall[5] * dice.between(0.2, 0.32);
            double y = wall[3] - wall[5] * 0.62;
            double wide = tall * 0.24 * (right ? -1 : 1);
            pen.glow(sign, 0.6, x + wide / 2, y + tall / 2, tall * 0.9, tall * 0.9);
            pen.raw("<path d='" + Digits.path("M~ ~h~v~h~z", x, y, wide, tall, -wide) + "' fill='#140c22' stroke='"
                    + pen.treatment().glow(sign).hex() + "' stroke-width='" + Digits.of(stage.unit(0.005)) + "'/>");
            for (int i = 0; i < 4; i++) {
                pen.raw("<path d='" + Digits.path("M~ ~h~", x + wide * 0.25, y + tall * (0.18 + i * 0.21), wide * 0.5)
                        + "' stroke='"
                        + pen.treatment().glow(Colour.of(NEONS[i])).hex() + "' stroke-width='" + Digits.of(tall * 0.07)
                        + "'/>");
            }
        }
    }

    static void street(Stage stage) {
        double top = stage.horizon() + stage.unit(0.02);
        double low = stage.height() + 30;
        boolean wet = stage.reading().has(Weather.RAIN) || stage.reading().has(Weather.STORM);
        Pen pen = stage.near();
        Colour tar = Colour.of(stage.snowy() ? 0xdfe6ee : wet ? 0x2a3040 : 0x55585f);
        Colour walk = Colour.of(stage.snowy() ? 0xf0f4f8 : 0x9a968f);
        Ridge.land(stage, pen, Digits.path("M-30 ~H~V~H-30z", top, stage.width() + 30, low), walk.dark(0.3), walk);
        double middle = stage.width() / 2;
        Ridge.land(
                stage,
                pen,
                Digits.path(
                        "M~ ~H~L~ ~H~z",
                        middle - stage.unit(0.05),
                        top,
                        middle + stage.unit(0.05),
                        stage.width() * 0.98,
                        low,
                        stage.width() * 0.02),
                tar.light(0.12),
                tar.dark(0.2));
        for (int i = 0; i < 6 && !stage.snowy(); i++) {
            double from = top + (low - top) * Math.pow((i + 0.2) / 6, 1.7);
            double to = top + (low - top) * Math.pow((i + 0.7) / 6, 1.7);
            double a = stage.unit(0.002) + stage.unit(0.011) * (from - top) / (low - top);
            double b = stage.unit(0.002) + stage.unit(0.011) * (to - top) / (low - top);
            pen.wash(
                    Colour.of(0xf0ead8),
                    0.75,
                    "M~ ~H~L~ ~H~z",
                    middle - a,
                    from,
                    middle + a,
                    middle + b,
                    to,
                    middle - b);
        }
        if (!stage.sparse()) {
            side(stage, false);
            side(stage, true);
        }
        if (stage.light().dark() || wet) {
            gleams(stage, top, low);
        }
    }

    /** Lights lying on wet ground. */
    static void gleams(Stage stage, double top, double low) {
        Dice dice = stage.dice().fork("gleams");
        Pen pen = stage.pen();
        boolean neon = stage.reading().mood() == Mood.NEON;
        for (int i = 0; i < (stage.sparse() ? 4 : 22); i++) {
            Colour each = Colour.of(neon || dice.chance(0.4) ? NEONS[dice.below(NEONS.length)] : 0xffd684);
            double at = dice.unit();
            pen.glow(
                    each,
                    0.4,
                    dice.between(0, stage.width()),
                    top + at * (low - top),
                    stage.unit(0.012 + at * 0.03),
                    stage.unit(0.05 + at * 0.14));
        }
    }
}
