package io.renderyard.preview.scene;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Dice;
import io.renderyard.preview.ink.Digits;
import io.renderyard.preview.ink.Pen;

/** Mountains: each with a lit and a shaded side, and snow where it is high. */
final class Peaks {
    private static final Colour SNOW = Colour.of(0xf4f7fb);

    private static final int MOST = 14;

    private Peaks() {}

    /** Two or three rows, the further the paler. */
    static void range(Stage stage, double base, double tall, Colour rock) {
        int rows = stage.sparse() ? 2 : 3;
        for (int row = 0; row < rows; row++) {
            double distance = 0.95 - row * 0.27;
            Dice dice = stage.dice().fork("peaks" + row);
            Pen pen = stage.away(distance);
            double height = tall * (1 - row * 0.22);
            double reach = Math.max(height * 1.25, stage.width() / MOST);
            int count = Math.clamp((int) Math.ceil(stage.width() / reach) + 1, 2, MOST);
            for (int i = 0; i < count; i++) {
                int order = (i * 2) % count + (i * 2 >= count && count % 2 == 0 ? 1 : 0);
                double x = (order + dice.between(0.1, 0.9)) * stage.width() / count;
                peak(
                        stage,
                        pen,
                        dice,
                        x,
                        base + row * tall * 0.05,
                        height * dice.between(0.62, 1),
                        reach * dice.between(0.8, 1.1),
                        rock);
            }
        }
    }

    private static void peak(
            Stage stage, Pen pen, Dice dice, double x, double base, double height, double reach, Colour rock) {
        double top = base - height;
        boolean lightFromRight = stage.lit() > x;
        String outline = Digits.path("M~ ~", x - reach, base)
                + slope(dice, x - reach, base, x, top)
                + slope(dice, x, top, x + reach, base)
                + Digits.path("V~H~z", stage.height(), x - reach);
        pen.raw("<path d='" + outline + "' "
                + pen.treatment().ground(pen.seen(rock), pen.seen(rock.mix(Colour.of(0x5f7a5a), 0.5)), pen.defs())
                + "/>");
        double side = lightFromRight ? -1 : 1;
        pen.wash(
                rock.dark(0.55),
                0.34,
                "M~ ~L~ ~L~ ~L~ ~L~ ~L~ ~z",
                x,
                top,
                x + side * reach * 0.12,
                top + height * 0.3,
                x - side * reach * 0.05,
                top + height * 0.52,
                x + side * reach * 0.16,
                base,
                x + side * reach * 0.97,
                base,
                x + side * reach * 0.5,
                top + height * 0.52);
        if (height > stage.height() * 0.14 && !stage.sparse() || stage.snowy()) {
            double low = 0.34;
            pen.wash(
                    SNOW,
                    0.93,
                    "M~ ~L~ ~L~ ~L~ ~L~ ~L~ ~L~ ~z",
                    x,
                    top + 1,
                    x + reach * low * 0.94,
                    top + height * low,
                    x + reach * low * 0.5,
                    top + height * low * 0.8,
                    x + reach * 0.06,
                    top + height * low * 1.26,
                    x - reach * 0.07,
                    top + height * low * 0.84,
                    x - reach * low * 0.55,
                    top + height * low * 1.12,
                    x - reach * low * 0.9,
                    top + height * low * 0.96);
            pen.wash(
                    rock.dark(0.3),
                    0.3,
                    "M~ ~L~ ~L~ ~L~ ~z",
                    x,
                    top + 1,
                    x + side * reach * low * 0.94,
                    top + height * low,
                    x + side * reach * low * 0.5,
                    top + height * low * 0.8,
                    x + side * reach * 0.05,
                    top + height * low * 1.1);
        }
    }

    private static String slope(Dice dice, double fromX, double fromY, double toX, double toY) {
        StringBuilder path = new StringBuilder();
        int steps = 7;
        for (int i = 1; i <= steps; i++) {
            double at = (double) i / steps;
            double jag = i == steps ? 0 : dice.between(-0.035, 0.035) * Math.abs(toX - fromX);
            path.append(Digits.path("L~ ~", fromX + (toX - fromX) * at + jag, fromY + (toY - fromY) * at + jag * 0.4));
        }
        return path.toString();
    }
}
