package io.renderyard.preview.scene;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Dice;
import io.renderyard.preview.ink.Digits;
import io.renderyard.preview.ink.Pen;

/** Rows of tall houses with windows. */
final class Skyline {
    /** Characters; a skyline that is much wider than high would have thousands of windows. */
    private static final int MOST_WINDOWS = 40_000;

    private Skyline() {}

    static void draw(Stage stage, double base, double tall, double distance) {
        Dice dice = stage.dice().fork("skyline" + distance);
        Pen pen = stage.away(distance);
        StringBuilder roofs = new StringBuilder(Digits.path("M-30 ~", base + 4));
        StringBuilder windows = new StringBuilder();
        double x = -9;
        double grid = tall * 0.05;
        while (x < stage.width() + 30) {
            double wide = tall * dice.between(0.16, 0.32);
            double middle = 1 - Math.abs((x + wide / 2) / stage.width() - 0.5) * 0.9;
            double top = base - tall * dice.between(0.35, 1) * (0.5 + middle * 0.55);
            roofs.append(Digits.path("L~ ~", x, top));
            if (dice.chance(0.3)) {
                roofs.append(Digits.path("H~V~H~V~", x + wide * 0.25, top - tall * 0.06, x + wide * 0.75, top));
            } else if (dice.chance(0.3)) {
                roofs.append(Digits.path(
                                "L~ ~L~ ~", x + wide * 0.48, top - tall * 0.03, x + wide * 0.5, top - tall * 0.14))
                        .append(Digits.path("L~ ~", x + wide * 0.52, top - tall * 0.03));
            }
            roofs.append(Digits.path("L~ ~", x + wide, top));
            for (double row = top + grid;
                    row < base - grid && !stage.sparse() && distance < 0.8 && windows.length() < MOST_WINDOWS;
                    row += grid) {
                for (double column = x + grid * 0.7; column < x + wide - grid * 0.7; column += grid * 0.85) {
                    if (dice.chance(stage.light().dark() ? 0.42 : 0.6)) {
                        windows.append(Digits.path("M~ ~h~v~h~z", column, row, grid * 0.38, grid * 0.5, -grid * 0.38));
                    }
                }
            }
            x += wide + (dice.chance(0.25) ? tall * 0.03 : 0);
        }
        Colour wall = Colour.of(0x4a5672);
        pen.raw("<path d='" + roofs + Digits.path("V~z", base + 4) + "' "
                + pen.treatment().ground(pen.seen(wall), pen.seen(wall.dark(0.25)), pen.defs()) + "/>");
        boolean dark = stage.light().dark();
        Colour pane = dark ? pen.treatment().glow(Colour.of(0xffd684)) : pen.seen(Colour.of(0xd6e6f0));
        pen.raw("<path d='" + windows + "' fill='" + pane.hex() + "' fill-opacity='"
                + (dark ? Digits.of(0.9 - distance * 0.35) : ".35") + "'/>");
    }
}
