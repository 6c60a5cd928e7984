package io.renderyard.preview.shape;

import static io.renderyard.preview.shape.Look.rgb;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Digits;
import io.renderyard.preview.ink.Pen;

/** What lives in water. */
final class SeaLife {
    private static final Colour EYE = rgb(0x14161c);

    private SeaLife() {}

    static void whale(Pen pen, Look look) {
        Colour skin = look.or(0x3f5f86);
        pen.stroke(Colour.WHITE, 0.85, 3, "M40 -72Q36 -96 20 -98M42 -72Q50 -98 66 -96M41 -72V-100");
        pen.path(
                skin,
                "M-96 -78Q-82 -66 -76 -54Q-62 -82 -44 -80Q-46 -58 -66 -44Q-44 -18 0 -58Q36 -86 78 -62Q104 -44 98 0H-62"
                        + "Q-84 -22 -78 -44Q-98 -56 -96 -78z");
        pen.path(rgb(0xe3e9ee), "M98 -12Q70 -10 48 -26Q20 -4 -20 0H97Q99 -6 98 -12z");
        pen.stroke(skin.dark(0.5), 0.45, 1.6, "M88 -8Q66 -4 40 -8M84 -3Q60 0 30 -3");
        pen.path(skin.dark(0.14), "M30 -20Q24 -2 4 6Q8 -12 18 -24z");
        pen.circle(Colour.WHITE, 70, -33, 4).circle(EYE, 71, -33, 2.4);
    }

    static void dolphin(Pen pen, Look look) {
        Colour skin = look.or(0x5f83a6);
        pen.path(
                skin,
                "M-70 -6Q-64 -20 -50 -24Q-28 -78 22 -84Q26 -94 18 -100Q38 -98 44 -82Q60 -72 74 -50Q62 -50 54 -54Q20 -44 -8 -30"
                        + "Q-30 -18 -42 -14Q-40 -2 -30 4Q-48 4 -54 -8z");
        pen.path(rgb(0xdfe8ee), "M62 -54Q20 -44 -8 -30Q20 -66 48 -62z");
        pen.path(skin.dark(0.2), "M18 -50Q16 -34 2 -26Q2 -42 8 -52z");
        pen.circle(EYE, 50, -65, 2.2);
    }

    static void duck(Pen pen, Look look) {
        boolean swan = look.called("swan");
        Colour body = look.or(swan || look.called("goose") ? 0xf8f7f2 : look.called("duckling") ? 0xf4cf3c : 0x9a7248);
        Colour head = swan || look.asked() != null ? body : look.called("duckling") ? body : rgb(0x2f7a4b);
        pen.path(body, "M-58 -48Q-40 -34 -10 -40Q20 -46 40 -30Q46 0 8 2H-16Q-46 2 -58 -48z");
        if (swan) {
            pen.path(body, "M14 -30Q28 -52 18 -72Q12 -94 30 -98Q48 -100 50 -84Q40 -90 34 -82Q44 -60 40 -24z");
            pen.path(rgb(0xe8832a), "M46 -90L62 -82L47 -80z");
        } else {
            pen.path(head, "M14 -34Q14 -52 18 -62Q12 -92 36 -94Q56 -92 52 -68Q48 -58 44 -34z");
            pen.path(rgb(0xf0a52e), "M51 -80L70 -72L50 -68z");
        }
        pen.path(body.dark(0.16), "M-38 -34Q-8 -36 14 -22Q-4 -4 -30 -14Q-40 -20 -38 -34z");
        pen.circle(EYE, swan ? 40 : 41, swan ? -90 : -78, 2.4);
    }

    static void fish(Pen pen, Look look) {
        Colour scale = look.or(look.dice().of(0xf2852c, 0x2f9fd0, 0xf2c230, 0xd6475a, 0x7a5fc0));
        pen.path(scale.dark(0.12), "M-34 -50L-80 -88Q-66 -50 -80 -12z");
        pen.path(scale.dark(0.18), "M-14 -84Q6 -112 34 -88zM-6 -18Q6 6 22 -14z");
        pen.path(scale, "M-46 -50Q-6 -106 50 -84Q80 -68 82 -48Q72 -20 36 -12Q-8 -6 -46 -50z");
        pen.wash(
                Colour.WHITE,
                0.75,
                "M22 -91Q12 -50 24 -10L36 -12Q26 -50 36 -89zM-14 -78Q-22 -50 -12 -24L-4 -19Q-12 -50 -4 -84z");
        pen.circle(Colour.WHITE, 58, -58, 9).circle(EYE, 60, -58, 5);
        pen.stroke(scale.dark(0.5), 0.8, 2, "M70 -38Q76 -40 80 -44");
    }

    static void shark(Pen pen, Look look) {
        Colour skin = look.or(0x6c7f90);
        pen.path(
                skin,
                "M-108 -86Q-86 -64 -80 -50Q-40 -70 -6 -70L10 -100Q26 -94 30 -68Q84 -64 106 -40Q80 -22 40 -18L24 10Q8 2 6 -16"
                        + "Q-40 -18 -80 -38Q-92 -28 -104 -10Q-96 -44 -108 -86z");
        pen.path(rgb(0xe6ebee), "M106 -40Q80 -22 40 -18Q-10 -14 -60 -31Q10 -30 60 -36z");
        pen.stroke(skin.dark(0.5), 0.8, 2, "M48 -56v18M55 -55v17M62 -54v15");
        pen.circle(EYE, 82, -50, 3);
    }

    static void jellyfish(Pen pen, Look look) {
        Colour bell = look.or(0xe58fd0);
        for (int i = -3; i <= 3; i++) {
            double sway = look.dice().between(-9, 9);
            pen.stroke(
                    bell.light(0.2),
                    0.75,
                    i % 2 == 0 ? 3 : 1.6,
                    "M~ -58Q~ -42 ~ -28T~ -2",
                    i * 8d,
                    i * 8 + sway,
                    i * 7d,
                    i * 9 - sway);
        }
        pen.path(
                bell,
                "M-34 -56Q-36 -98 0 -100Q36 -98 34 -56Q26 -48 17 -55Q9 -48 0 -55Q-9 -48 -17 -55Q-26 -48 -34 -56z");
        pen.wash(Colour.WHITE, 0.45, "M-24 -66Q-22 -90 -2 -94Q-16 -84 -16 -64z");
        pen.glow(bell, 0.45, 0, -74, 56, 50);
    }

    static void octopus(Pen pen, Look look) {
        Colour skin = look.or(0xb4527a);
        for (int i = -3; i <= 3; i++) {
            double x = i * 9d;
            double curl = i < 0 ? -1 : 1;
            pen.line(
                    skin.dark(0.08 + 0.05 * Math.abs(i)),
                    9 - Math.abs(i),
                    "M~ -42Q~ -20 ~ -8q~ 8 ~ -4",
                    x,
                    x * 1.8,
                    x * 2.4,
                    curl * 9,
                    curl * 13);
        }
        pen.path(skin, "M-28 -36Q-42 -98 0 -100Q42 -98 28 -36Q0 -24 -28 -36z");
        pen.circle(Colour.WHITE, -11, -58, 7).circle(Colour.WHITE, 12, -58, 7);
        pen.circle(EYE, -10, -57, 3.6).circle(EYE, 13, -57, 3.6);
        pen.stroke(skin.dark(0.5), 0.8, 1.8, "M-7 -44Q0 -38 8 -44");
    }

    static void turtle(Pen pen, Look look) {
        Colour shell = look.or(0x4f7d45);
        Colour skin = rgb(0x9bb066);
        pen.path(
                skin,
                "M34 -40Q60 -80 80 -62Q88 -44 64 -34zM-44 -22L-64 4L-30 -12zM26 -18L44 6L54 -14zM-58 -34L-80 -26L-58 -22z");
        pen.path(shell, "M-62 -24Q-56 -96 -2 -98Q50 -94 54 -24Q0 -8 -62 -24z");
        pen.stroke(
                shell.dark(0.5),
                0.6,
                3,
                "M-30 -84L-20 -56L-44 -34M-20 -56L14 -58L24 -88M14 -58L38 -34M-20 -56L-4 -22L14 -58");
        pen.circle(EYE, 70, -56, 3);
    }

    static void coral(Pen pen, Look look) {
        Colour stem = look.or(look.dice().of(0xe8596a, 0xf08a4b, 0xc25fb0, 0xe7b53f));
        for (int i = -2; i <= 2; i++) {
            double x = i * 17d;
            double top = -88 + Math.abs(i) * 16;
            pen.line(
                    stem.dark(Math.abs(i) * 0.06),
                    8,
                    "M~ 0Q~ -40 ~ ~M~ -40l~ -18M~ -56l~ -20",
                    i * 4d,
                    x * 0.4,
                    x,
                    top,
                    x * 0.6,
                    x * 0.4 + 8,
                    x * 0.8,
                    x * 0.3 - 9);
        }
    }

    static void frog(Pen pen, Look look) {
        Colour skin = look.or(0x62a544);
        pen.path(skin.dark(0.12), "M-46 0Q-66 -44 -30 -40L-10 0zM46 0Q66 -44 30 -40L10 0z");
        pen.path(skin, "M-38 -4Q-48 -84 0 -84Q48 -84 38 -4Q0 6 -38 -4z");
        pen.circle(skin, -22, -82, 15).circle(skin, 22, -82, 15);
        pen.circle(Colour.WHITE, -22, -83, 10).circle(Colour.WHITE, 22, -83, 10);
        pen.circle(EYE, -21, -82, 5).circle(EYE, 23, -82, 5);
        pen.wash(rgb(0xeff2c0), 0.8, "M-24 -4Q-28 -38 0 -38Q28 -38 24 -4z");
        pen.stroke(skin.dark(0.6), 0.9, 3, "M-24 -52Q0 -38 24 -52");
    }

    static void snail(Pen pen, Look look) {
        Colour shell = look.or(0xc98850);
        pen.path(rgb(0xd9c59a), "M-74 0Q-30 -22 20 -20Q36 -30 42 -54Q62 -66 70 -44Q74 -10 50 0z");
        pen.line(rgb(0xd9c59a), 3.4, "M50 -54L44 -82M60 -54L68 -82");
        pen.circle(EYE, 44, -83, 3.4).circle(EYE, 68, -83, 3.4);
        pen.circle(shell, -10, -50, 46);
        StringBuilder spiral = new StringBuilder("M-10 -50");
        for (int i = 1; i < 40; i++) {
            spiral.append(Digits.path("L~ ~", -10 + i * Math.cos(i * 0.45), -50 + i * Math.sin(i * 0.45)));
        }
        pen.stroke(shell.dark(0.5), 0.8, 3.6, spiral.toString());
    }
}
