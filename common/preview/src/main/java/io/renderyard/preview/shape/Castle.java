package io.renderyard.preview.shape;

import static io.renderyard.preview.shape.Look.rgb;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Pen;

/** A castle with six towers, some with roofs like hats. */
final class Castle {
    private Castle() {}

    static void draw(Pen pen, Look look) {
        Colour stone = look.or(0xb9aa97);
        Colour roof = look.snowy() ? rgb(0xeef3f8) : rgb(0x5b5f93);
        tower(pen, look, stone.dark(0.14), roof, -14, 13, 74);
        tower(pen, look, stone.dark(0.1), roof, 17, 11, 62);
        pen.box(stone.dark(0.06), -22, -52, 46, 52, 0);
        battlements(pen, stone.dark(0.06), -22, -52, 46);
        tower(pen, look, stone, roof, 2, 12, 80);
        tower(pen, look, stone, roof, -42, 15, 50);
        tower(pen, look, stone, roof, 42, 15, 54);
        pen.box(stone, -44, -30, 88, 30, 0);
        battlements(pen, stone, -44, -30, 88);
        pen.path(rgb(0x4a3425), "M-9 0v-13a9 9 0 0 1 18 0v13z");
        pen.stroke(rgb(0x241a14), 0.8, 0.9, "M-4.5 0v-20M0 0v-22M4.5 0v-20M-9 -9h18");
        Buildings.window(pen, look, -17, -44, 4.4, 8);
        Buildings.window(pen, look, 14, -44, 4.4, 8);
        Buildings.window(pen, look, -30, -21, 4, 7);
        Buildings.window(pen, look, 26, -21, 4, 7);
        pen.stroke(stone.dark(0.5), 0.35, 0.8, "M-38 -8h7M-26 -14h6M20 -9h7M30 -5h6M-20 -5h5M-12 -36h6M4 -34h7");
    }

    private static void tower(Pen pen, Look look, Colour stone, Colour roof, double x, double width, double height) {
        double left = x - width / 2;
        pen.box(stone, left, -height, width, height, 0);
        pen.box(stone.dark(0.1), left - 1.5, -height - 3, width + 3, 5, 0.5);
        pen.path(
                roof,
                "M~ ~L~ ~L~ ~z",
                left - 2.5,
                -height - 2,
                x,
                -height - width * 1.55,
                left + width + 2.5,
                -height - 2);
        pen.line(rgb(0x55484a), 0.7, "M~ ~v-6", x, -height - width * 1.5);
        pen.path(rgb(0xc9382f), "M~ ~l6 2l-6 2z", x, -height - width * 1.5 - 6);
        Buildings.window(pen, look, x - 1.8, -height + 6, 3.6, 7);
    }

    private static void battlements(Pen pen, Colour stone, double x, double y, double width) {
        for (double at = x; at < x + width - 3; at += 8) {
            pen.box(stone, at, y - 5, 4.6, 6, 0);
        }
    }
}
