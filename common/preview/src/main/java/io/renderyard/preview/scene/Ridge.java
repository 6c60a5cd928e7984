package io.renderyard.preview.scene;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Dice;
import io.renderyard.preview.ink.Digits;
import io.renderyard.preview.ink.Pen;

/** Outlines against the sky: hills, dunes, trees. */
final class Ridge {
    private static final int STEPS = 36;

    private Ridge() {}

    /** A rolling line from the left edge to the right, closed at the bottom. */
    static String rolling(Stage stage, Dice dice, double y, double swing, double waves) {
        double[] phase = {dice.between(0, 7), dice.between(0, 7), dice.between(0, 7)};
        StringBuilder path = new StringBuilder();
        for (int i = 0; i <= STEPS; i++) {
            double at = (double) i / STEPS;
            double lift = Math.sin(phase[0] + at * waves)
                    + 0.45 * Math.sin(phase[1] + at * waves * 2.3)
                    + 0.16 * Math.sin(phase[2] + at * waves * 6.1);
            path.append(
                    Digits.path(i == 0 ? "M~ ~" : "L~ ~", (at * 1.08 - 0.04) * stage.width(), y - lift * swing * 0.6));
        }
        return path + Digits.path("V~H~z", stage.height() + 30, -0.04 * stage.width());
    }

    static void land(Stage stage, Pen pen, String data, Colour upper, Colour lower) {
        pen.raw("<path d='" + data + "' " + pen.treatment().ground(pen.seen(upper), pen.seen(lower), pen.defs())
                + "/>");
    }

    /** Trees too far to be told apart. */
    static void trees(Stage stage, Pen pen, Colour colour, double y, double tall, boolean pointed) {
        Dice dice = stage.dice().fork("trees" + y);
        StringBuilder path = new StringBuilder(Digits.path("M-4 ~", stage.height()));
        double x = -tall;
        path.append(Digits.path("L~ ~", x, y));
        while (x < stage.width() + tall) {
            double step = Math.max(tall * dice.between(0.26, 0.5), stage.width() / 200);
            double peak = tall * dice.between(0.55, 1);
            if (pointed) {
                path.append(Digits.path("L~ ~L~ ~", x + step / 2, y - peak, x + step, y - peak * 0.12));
            } else {
                path.append(Digits.path("Q~ ~ ~ ~", x + step / 2, y - peak * 1.1, x + step, y - peak * 0.3));
            }
            x += step;
        }
        pen.raw("<path d='" + path + Digits.path("V~z", stage.height()) + "' "
                + pen.treatment().ground(pen.seen(colour), pen.seen(colour.dark(0.2)), pen.defs()) + "/>");
    }
}
