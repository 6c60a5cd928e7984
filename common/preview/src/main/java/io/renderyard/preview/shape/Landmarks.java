package io.renderyard.preview.shape;

import static io.renderyard.preview.shape.Look.rgb;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Digits;
import io.renderyard.preview.ink.Pen;

/** What is built for the landscape, and what the landscape built. */
final class Landmarks {
    private Landmarks() {}

    static void bridge(Pen pen, Look look) {
        Colour stone = look.or(0xa8583c);
        pen.line(stone, 2, "M-134 -44Q-100 -52 -66 -98Q0 -16 66 -98Q100 -52 134 -44");
        for (int i = -12; i <= 12; i++) {
            double x = i * 10.4;
            double span = Math.abs(x) < 66 ? 98 - 72 * (1 - Math.pow(x / 66, 2)) : 98 - (Math.abs(x) - 66) * 0.86;
            pen.line(stone, 0.9, "M~ -38V~", x, -Math.max(44, span));
        }
        pen.path(stone, "M-70 0V-100h9V0zM61 0V-100h9V0z");
        pen.box(stone, -71, -80, 11, 4, 0).box(stone, 60, -80, 11, 4, 0);
        pen.path(stone.dark(0.16), "M-135 -42Q0 -50 135 -42V-34Q0 -42 -135 -34z");
        if (look.dark()) {
            for (int i = -5; i <= 5; i++) {
                pen.lampRound(rgb(0xffe08a), i * 24, -47, 1.6);
                pen.glow(rgb(0xffe08a), 0.5, i * 24, -47, 8, 8);
            }
        }
    }

    static void windmill(Pen pen, Look look) {
        Colour wall = look.or(0xe6d7bd);
        pen.path(wall, "M-18 0L-11 -58H11L18 0z");
        pen.path(rgb(0x8a4636), "M-13 -57Q0 -78 13 -57z");
        pen.path(rgb(0x5a3d2c), "M-5 0v-12a5 5 0 0 1 10 0v12z");
        Buildings.window(pen, look, -3, -30, 6, 7);
        Buildings.window(pen, look, -3, -48, 6, 6);
        double turn = look.dice().between(10, 35);
        for (int sail = 0; sail < 4; sail++) {
            pen.turned(0, -60, turn + sail * 90);
            pen.line(rgb(0x5d4a3c), 1.6, "M0 0V-40");
            pen.path(rgb(0xf6efe0), "M1 -8h9v-31h-9z");
            pen.stroke(rgb(0x5d4a3c), 0.8, 0.7, "M1 -16h9M1 -24h9M1 -32h9M5.5 -8v-31")
                    .close();
        }
        pen.circle(rgb(0x5d4a3c), 0, -60, 2.6);
    }

    static void turbine(Pen pen, Look look) {
        Colour white = look.or(0xf1f4f6);
        pen.path(white, "M-2.4 0L-1.2 -64H1.2L2.4 0z");
        double turn = look.dice().between(0, 120);
        for (int blade = 0; blade < 3; blade++) {
            pen.turned(0, -64, turn + blade * 120)
                    .path(white, "M-1 0Q-3.4 -9 -0.6 -36Q2 -12 1 0z")
                    .close();
        }
        pen.circle(white.dark(0.1), 0, -64, 2.3);
    }

    static void pyramid(Pen pen, Look look) {
        Colour sand = look.or(0xdcb06a);
        pen.path(sand, "M-85 0L0 -100L24 0z");
        pen.path(sand.dark(0.26), "M24 0L0 -100L85 0z");
        for (int row = 1; row < 9; row++) {
            double y = -row * 10.5;
            double left = 85 * (1 + y / 100);
            pen.stroke(sand.dark(0.5), 0.28, 0.9, "M~ ~H~", -left, y, left);
        }
    }

    static void volcano(Pen pen, Look look) {
        Colour rock = look.or(0x5a4a4c);
        pen.glow(rgb(0xff7a2a), 0.8, 0, -82, 60, 50);
        for (int i = 0; i < 9; i++) {
            double rise = i * 9;
            pen.washRound(
                    rgb(0x57505a).light(i * 0.05),
                    0.5,
                    look.dice().between(-8, 8) + rise * 0.35,
                    -84 - rise,
                    13 + i * 3.2,
                    9 + i * 2);
        }
        pen.path(rock, "M-92 0Q-40 -20 -17 -78Q-8 -72 0 -76Q8 -72 17 -78Q42 -18 92 0z");
        pen.path(
                rgb(0xff5a1f),
                "M-15 -77Q-8 -70 0 -75Q8 -70 15 -77Q14 -66 10 -58Q15 -40 9 -26Q5 -42 2 -52Q-1 -40 -6 -16"
                        + "Q-10 -40 -7 -56Q-14 -64 -15 -77z");
        pen.stroke(rgb(0xffd25a), 0.9, 2, "M-4 -70Q-2 -52 -6 -26M8 -70Q8 -54 9 -36");
        for (int i = 0; i < 14; i++) {
            pen.lampRound(
                    rgb(0xffb03a),
                    look.dice().between(-20, 20),
                    -80 - look.dice().between(2, 40),
                    1.1);
        }
    }

    static void waterfall(Pen pen, Look look) {
        Colour rock = rgb(0x6d6a64);
        pen.path(rock, "M-44 0L-40 -50Q-34 -96 -14 -98H14Q34 -96 40 -50L44 0z");
        pen.path(rgb(0x5c8a4c), "M-38 -70Q-32 -101 -14 -100H14Q34 -100 38 -72Q28 -92 14 -92H-14Q-28 -90 -38 -70z");
        pen.path(look.or(0xbfe4f2), "M-13 -95Q0 -99 13 -95Q16 -50 20 0H-20Q-16 -50 -13 -95z");
        for (int i = 0; i < 9; i++) {
            double x = -11 + i * 2.8;
            pen.stroke(
                    Colour.WHITE,
                    0.75,
                    1.3,
                    "M~ ~Q~ ~ ~ ~",
                    x,
                    -92 + look.dice().between(0, 16),
                    x * 1.15,
                    -50,
                    x * 1.5,
                    -look.dice().between(4, 20));
        }
        for (int i = 0; i < 9; i++) {
            pen.washRound(
                    Colour.WHITE,
                    0.5,
                    look.dice().between(-26, 26),
                    -2,
                    look.dice().between(6, 12),
                    4.5);
        }
    }

    static void fence(Pen pen, Look look) {
        Colour wood = look.or(0xe9e2d4);
        StringBuilder posts = new StringBuilder();
        for (int i = -6; i <= 6; i++) {
            posts.append(Digits.path("M~ 0V-82l6 -16l6 16V0z", i * 20d - 6));
        }
        pen.box(wood.dark(0.16), -128, -70, 256, 10, 0).box(wood.dark(0.16), -128, -32, 256, 10, 0);
        pen.path(wood, posts.toString());
    }

    static void rock(Pen pen, Look look) {
        Colour stone = look.or(0x8b8883);
        double lean = look.dice().between(-20, 20);
        pen.path(stone, "M-75 0Q-72 -50 -34 -72Q~ -108 30 -84Q70 -62 76 0z", lean);
        pen.wash(stone.light(0.4), 0.5, "M-58 -22Q-50 -58 -26 -66Q0 -88 18 -78Q-22 -62 -34 -26z");
        pen.stroke(stone.dark(0.5), 0.5, 2.4, "M20 -30L34 -52L52 -46M-20 -14l12 -16");
    }
}
