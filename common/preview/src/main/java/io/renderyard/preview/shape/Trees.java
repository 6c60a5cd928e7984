package io.renderyard.preview.shape;

import static io.renderyard.preview.shape.Look.rgb;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Dice;
import io.renderyard.preview.ink.Pen;

/** Trees, near enough to have leaves. */
final class Trees {
    private static final Colour SNOW = rgb(0xf2f6fb);

    private Trees() {}

    static void tree(Pen pen, Look look) {
        Dice dice = look.dice();
        boolean blossom = look.called("cherry", "blossom");
        Colour leaf = look.or(blossom ? 0xf2a6c0 : look.snowy() ? 0xdfe8ee : dice.of(0x3f8a3f, 0x5a9a3c, 0x2f7a48));
        Colour bark = rgb(look.called("birch") ? 0xe6e2da : 0x6a4a33);
        pen.path(bark, "M-7 0Q-4 -24 -5 -46L-20 -62L-17 -66L-3 -52L-1 -64H3L4 -50L18 -64L21 -61L7 -44Q5 -22 9 0z");
        double[][] tufts = {{-22, -58, 19}, {22, -57, 19}, {-1, -52, 17}, {-14, -76, 19}, {14, -77, 19}, {0, -88, 15}};
        for (double[] tuft : tufts) {
            double swell = dice.between(0.92, 1.1);
            Colour shade = leaf.dark(0.2 * (tuft[1] + 92) / 40);
            pen.circle(shade, tuft[0] + dice.between(-2, 2), tuft[1], tuft[2] * swell);
        }
        for (int i = 0; i < 22; i++) {
            double x = dice.between(-34, 34);
            double y = dice.between(-96, -46);
            if (Math.hypot(x / 36, (y + 70) / 30) < 1) {
                pen.washRound(dice.chance(0.6) ? leaf.light(0.34) : leaf.dark(0.3), 0.55, x, y, 2.6, 2);
            }
        }
        if (look.called("apple")) {
            for (int i = 0; i < 9; i++) {
                pen.circle(rgb(0xd8342c), dice.between(-28, 28), dice.between(-84, -50), 2.6);
            }
        }
    }

    static void pine(Pen pen, Look look) {
        Colour needle = look.or(look.dice().of(0x24543f, 0x2d6344, 0x1f4a45));
        pen.box(rgb(0x5a4030), -3.4, -14, 6.8, 14, 0);
        for (int tier = 0; tier < 5; tier++) {
            double low = -9 - tier * 16.5;
            double half = 25 - tier * 4.4;
            double top = low - 27 + tier * 1.2;
            pen.path(
                    needle.light(tier * 0.035),
                    "M~ ~Q~ ~ 0 ~Q~ ~ ~ ~Q~ ~ ~ ~Q0 ~ ~ ~Q~ ~ ~ ~z",
                    -half,
                    low,
                    -half * 0.4,
                    low - 11,
                    top,
                    half * 0.4,
                    low - 11,
                    half,
                    low,
                    half * 0.7,
                    low + 3,
                    half * 0.45,
                    low - 1,
                    low + 4,
                    -half * 0.45,
                    low - 1,
                    -half * 0.7,
                    low + 3,
                    -half,
                    low);
            if (look.snowy()) {
                pen.wash(
                        SNOW,
                        0.92,
                        "M~ ~Q~ ~ 0 ~Q~ ~ ~ ~Q~ ~ ~ ~Q0 ~ ~ ~z",
                        -half * 0.8,
                        low - 3,
                        -half * 0.4,
                        low - 11,
                        top,
                        half * 0.4,
                        low - 11,
                        half * 0.8,
                        low - 3,
                        half * 0.4,
                        low - 9,
                        half * 0.2,
                        low - 6,
                        low - 10,
                        -half * 0.8,
                        low - 3);
            }
        }
        if (look.called("christmas")) {
            for (int i = 0; i < 16; i++) {
                double y = -14 - i * 4.6;
                double half = 20 * (1 + y / 100);
                pen.lampRound(
                        rgb(look.dice().of(0xff5a4a, 0xffd84a, 0x5ad0ff, 0xff8ae0)),
                        look.dice().between(-half, half),
                        y,
                        1.9);
            }
            pen.lampRound(rgb(0xffe27a), 0, -99, 3.6).glow(rgb(0xffe27a), 0.8, 0, -99, 16, 16);
        }
    }

    static void palm(Pen pen, Look look) {
        Colour leaf = look.or(0x3f8f4c);
        pen.path(rgb(0x8a6842), "M-12 0Q-14 -44 6 -78L13 -74Q-2 -42 0 0z");
        pen.stroke(rgb(0x5a4228), 0.6, 1.2, "M-12 -10h12M-12 -22h12M-11 -34h12M-8 -46h12M-4 -58h11M1 -68h10");
        double[][] fronds = {
            {-36, -66, -44, -44},
            {-34, -92, -38, -70},
            {-8, -108, -26, -96},
            {34, -106, 42, -84},
            {48, -84, 46, -58},
            {34, -70, 34, -46}
        };
        for (int i = 0; i < fronds.length; i++) {
            double[] to = fronds[i];
            pen.path(
                    leaf.dark(i % 2 * 0.16),
                    "M10 -78Q~ ~ ~ ~Q~ ~ 10 -78z",
                    to[0],
                    to[1],
                    to[2],
                    to[3],
                    to[0] * 0.66,
                    to[1] * 0.86 - 1);
        }
        pen.circle(rgb(0x6b4a2a), 6, -75, 3.6).circle(rgb(0x6b4a2a), 13, -74, 3.6);
    }

    static void cactus(Pen pen, Look look) {
        Colour skin = look.or(0x4f8f50);
        pen.line(skin.dark(0.12), 10, "M-2 -34H-20Q-26 -34 -26 -42V-62M2 -46H18Q25 -46 25 -54V-78");
        pen.box(skin, -9, -99, 18, 99, 9);
        pen.stroke(skin.dark(0.4), 0.6, 1.2, "M-3.4 -92V-3M3.4 -92V-3M-26 -60V-44M25 -76V-56");
        pen.circle(rgb(0xf06a9a), 0, -99, 4).circle(rgb(0xf06a9a), 25, -81, 3.2);
    }

    static void mushroom(Pen pen, Look look) {
        Colour cap = look.or(0xd0392e);
        pen.path(rgb(0xf2e6cf), "M-13 0Q-9 -24 -11 -48H11Q9 -24 15 0Q0 6 -13 0z");
        pen.path(rgb(0xd9c8a6), "M-18 -46Q0 -30 18 -46z");
        pen.path(cap, "M-46 -44Q-44 -98 0 -100Q44 -98 46 -44Q0 -58 -46 -44z");
        pen.wash(
                Colour.WHITE,
                0.95,
                "M-27 -64a6 5 0 1 0 12 0a6 5 0 1 0 -12 0zM-6 -82a7 6 0 1 0 14 0a7 6 0 1 0 -14 0zM16 -62a6 5 0 1 0 12 0"
                        + "a6 5 0 1 0 -12 0zM-4 -60a4 3 0 1 0 8 0a4 3 0 1 0 -8 0z");
    }
}
