package io.renderyard.preview.shape;

import static io.renderyard.preview.shape.Look.rgb;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Digits;
import io.renderyard.preview.ink.Pen;

/** Flowers on their stems. */
final class Flowers {
    private static final Colour STEM = rgb(0x4a8a3c);

    private Flowers() {}

    private static void stem(Pen pen, double top) {
        pen.line(STEM, 3, "M0 0Q-3 ~ 0 ~", top / 2, top);
        pen.path(STEM, "M0 -14Q-20 -20 -24 -38Q-6 -34 0 -14zM0 -24Q18 -28 23 -46Q6 -42 0 -24z");
    }

    /** In two shades by turns, each of them one path. */
    static void petals(Pen pen, Colour colour, double x, double y, int count, double length, double width) {
        StringBuilder[] shades = {new StringBuilder(), new StringBuilder()};
        for (int i = 0; i < count; i++) {
            double turn = i * 2 * Math.PI / count;
            double alongX = Math.sin(turn) * length;
            double alongY = -Math.cos(turn) * length;
            double asideX = Math.cos(turn) * width;
            double asideY = Math.sin(turn) * width;
            shades[i % 2].append(
                    Digits.path("M~ ~q~ ~ ~ ~", x, y, alongX * 0.6 - asideX, alongY * 0.6 - asideY, alongX, alongY));
            shades[i % 2].append(
                    Digits.path("q~ ~ ~ ~z", asideX - alongX * 0.4, asideY - alongY * 0.4, -alongX, -alongY));
        }
        pen.path(colour, shades[0].toString()).path(colour.dark(0.08), shades[1].toString());
    }

    static void flower(Pen pen, Look look) {
        Colour petal = look.or(
                look.called("daisy")
                        ? rgb(0xfbfaf4)
                        : look.called("lavender", "iris")
                                ? rgb(0x9a78d0)
                                : look.called("poppy")
                                        ? rgb(0xd93a2e)
                                        : look.called("dandelion")
                                                ? rgb(0xf4cf3c)
                                                : rgb(look.dice()
                                                        .of(0xe8507a, 0xf2a03a, 0xb06ad0, 0xf6f0f0, 0xf0d040)));
        stem(pen, -74);
        petals(pen, petal, 0, -76, 8, 24, 11);
        pen.circle(rgb(0xf0b92f), 0, -76, 7.4);
    }

    static void sunflower(Pen pen, Look look) {
        stem(pen, -72);
        pen.turned(0, -74, look.dice().between(-12, 12));
        petals(pen, look.or(0xf5b81f), 0, 0, 16, 26, 8);
        petals(pen, look.or(0xffce3a), 0, 0, 11, 21, 7);
        pen.circle(rgb(0x5a3820), 0, 0, 11.6).circle(rgb(0x7a4f2a), 0, 0, 6.4).close();
    }

    static void tulip(Pen pen, Look look) {
        Colour petal =
                look.or(look.called("daffodil") ? 0xf6d33a : look.dice().of(0xe0405a, 0xf2b02f, 0xd05aa8, 0xf07a3a));
        stem(pen, -66);
        pen.path(petal.dark(0.12), "M-14 -92Q-4 -84 0 -99Q4 -84 14 -92Q22 -64 0 -62Q-22 -64 -14 -92z");
        pen.path(petal, "M0 -97Q-14 -78 0 -62Q14 -78 0 -97z");
    }

    static void rose(Pen pen, Look look) {
        stem(pen, -70);
        bloom(pen, look.or(0xc9203a), 0, -80, 20);
    }

    static void bloom(Pen pen, Colour petal, double x, double y, double size) {
        pen.at(x, y, size / 20, size / 20);
        pen.path(petal.dark(0.22), "M-20 -4Q-18 -22 0 -20Q18 -22 20 -4Q18 18 0 20Q-18 18 -20 -4z");
        pen.path(petal.dark(0.08), "M-15 -6Q-8 -20 5 -16Q18 -10 15 4Q8 16 -4 14Q-18 8 -15 -6z");
        pen.path(petal.light(0.1), "M-9 -5Q-3 -14 6 -9Q12 0 4 8Q-8 10 -9 -5z");
        pen.path(petal.dark(0.26), "M-4 -3Q1 -9 5 -3Q6 4 -1 4Q-5 2 -4 -3z");
        pen.close();
    }

    /** A vase, or a pot for what is not cut. */
    static void vase(Pen pen, Look look) {
        boolean plant = look.called("pot", "plant");
        Colour clay = look.or(plant ? 0xc06a42 : 0x4f86a8);
        double[][] heads = {{0, -84}, {-20, -72}, {20, -74}, {-11, -90}, {12, -92}, {-2, -66}};
        for (int i = 0; i < heads.length; i++) {
            double x = heads[i][0];
            double y = heads[i][1];
            if (plant) {
                pen.path(
                        rgb(i % 2 == 0 ? 0x3f8f4c : 0x2f7440),
                        "M0 -34Q~ ~ ~ ~Q~ ~ 0 -34z",
                        x - 10,
                        y + 12,
                        x * 1.3,
                        y - 6,
                        x + 12,
                        y + 16);
            } else {
                pen.line(STEM, 1.6, "M0 -40Q~ ~ ~ ~", x * 0.3, y * 0.8, x, y);
            }
        }
        if (!plant) {
            int[] hues = {0xe8507a, 0xf2b03a, 0xb06ad0, 0xf6f0f0, 0xf07a4a, 0xe86a9a};
            for (int i = 0; i < heads.length; i++) {
                petals(pen, rgb(hues[i]), heads[i][0], heads[i][1], 7, 10, 5);
                pen.circle(rgb(0xf6d34a), heads[i][0], heads[i][1], 3);
            }
        }
        pen.path(
                clay,
                plant
                        ? "M-20 -36H20L15 0H-15z"
                        : "M-9 -46H9Q7 -38 16 -26Q22 -8 10 0H-10Q-22 -8 -16 -26Q-7 -38 -9 -46z");
        pen.wash(Colour.WHITE, 0.35, plant ? "M-15 -33h5l1 30h-3z" : "M-12 -24Q-16 -10 -9 -4Q-9 -14 -8 -26z");
    }
}
