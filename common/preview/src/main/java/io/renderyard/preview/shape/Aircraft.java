package io.renderyard.preview.shape;

import static io.renderyard.preview.shape.Look.rgb;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Pen;

/** What flies and was built. */
final class Aircraft {
    private Aircraft() {}

    static void balloon(Pen pen, Look look) {
        Colour skin = look.or(look.dice().of(0xd8342c, 0x2f7fd0, 0xf2c02f, 0x49a25a, 0xd650a0));
        pen.stroke(rgb(0x6d6a70), 0.9, 0.9, "M0 -40Q6 -26 -2 -14T1 0");
        pen.path(skin, "M-4 -36L0 -42L4 -36z");
        pen.path(skin, "M0 -40Q-27 -54 -27 -74Q-26 -100 0 -100Q26 -100 27 -74Q27 -54 0 -40z");
        pen.wash(Colour.WHITE, 0.55, "M-17 -78Q-16 -92 -4 -94Q-12 -88 -12 -76z");
    }

    static void hotAir(Pen pen, Look look) {
        Colour main = look.or(look.dice().of(0xd8452f, 0x2f7fc0, 0xe6a52c, 0x3f9a70, 0x8a4fb0));
        Colour other = look.asked() == null ? rgb(look.dice().of(0xf7e3b0, 0xf6c648, 0xf2f0ea)) : main.light(0.68);
        pen.stroke(rgb(0x5c4636), 1, 0.9, "M-10 -29L-6 -12M10 -29L6 -12M-3 -28L-3 -12M3 -28L3 -12");
        pen.path(main, "M-11 -28Q-38 -48 -37 -70Q-34 -100 0 -100Q34 -100 37 -70Q38 -48 11 -28z");
        pen.path(other, "M-7.5 -28Q-25 -50 -25 -72Q-23 -98 0 -100Q-10 -92 -12 -70Q-12 -46 -4 -28z");
        pen.path(other, "M7.5 -28Q25 -50 25 -72Q23 -98 0 -100Q10 -92 12 -70Q12 -46 4 -28z");
        pen.path(main.dark(0.18), "M-36.5 -64Q0 -54 36.5 -64Q35 -56 31 -50Q0 -42 -31 -50Q-35 -56 -36.5 -64z");
        pen.wash(Colour.WHITE, 0.3, "M-27 -62Q-30 -86 -12 -95Q-20 -82 -19 -60z");
        pen.path(rgb(0x9a6a3c), "M-8 -13H8L6.4 0H-6.4z").box(rgb(0x6f4726), -9, -14.5, 18, 3, 1);
        pen.lampRound(rgb(0xffc24a), 0, -24, 2.4).glow(rgb(0xffb84a), look.dark() ? 0.9 : 0.3, 0, -36, 26, 24);
    }

    static void airship(Pen pen, Look look) {
        Colour skin = look.or(0xc9b08a);
        pen.path(skin.dark(0.25), "M-84 -60L-118 -96L-104 -58L-118 -26z");
        pen.path(skin, "M-108 -60Q-50 -104 40 -98Q104 -92 118 -60Q104 -30 40 -24Q-50 -20 -108 -60z");
        pen.stroke(
                skin.dark(0.5),
                0.4,
                1.8,
                "M-108 -60Q0 -82 118 -60M-108 -60Q0 -42 118 -60M-20 -98Q-36 -60 -20 -24M50 -97Q66 -60 50 -25");
        pen.path(rgb(0x5d4634), "M-24 -24H36Q34 0 20 0H-8Q-22 0 -24 -24z");
        for (int i = 0; i < 4; i++) {
            Buildings.window(pen, look, -14 + i * 11, -18, 6, 7);
        }
    }

    static void kite(Pen pen, Look look) {
        Colour main = look.or(look.dice().of(0xd8342c, 0x2f8fd0, 0xf0b02f));
        pen.stroke(rgb(0x6d6a70), 0.9, 0.9, "M0 -38Q14 -26 2 -16T10 0Q16 18 6 34");
        pen.path(main, "M0 -100L27 -72L0 -38z").path(main.light(0.45), "M0 -100L-27 -72L0 -38z");
        pen.path(main.dark(0.2), "M0 -72L27 -72L0 -38z").path(main.light(0.2), "M0 -72L-27 -72L0 -38z");
        pen.path(rgb(0xf6cf2f), "M4 -25l8 -5v9zM4 -25l-8 4v-9zM5 -10l8 -4v8zM5 -10l-8 5v-9z");
    }

    static void plane(Pen pen, Look look) {
        Colour skin = look.or(0xf1f3f6);
        pen.path(skin.dark(0.3), "M10 -46L-34 -82H-18L44 -46z");
        pen.path(skin, "M-120 -60Q-60 -66 60 -64Q110 -62 128 -46Q110 -34 60 -32Q-40 -28 -100 -44z");
        pen.path(
                look.asked() == null ? rgb(0x2f7fd0) : skin.dark(0.35),
                "M-120 -60L-130 -98H-108L-78 -62zM-104 -48L-128 -34H-112L-84 -44z");
        pen.path(skin.dark(0.16), "M20 -42L-34 0H-12L58 -40z");
        for (int i = 0; i < 9; i++) {
            pen.circle(rgb(0x4f6f8c), -52 + i * 15, -53, 3.4);
        }
        pen.path(rgb(0x35485c), "M100 -58Q114 -56 120 -50H98z");
    }

    static void helicopter(Pen pen, Look look) {
        Colour skin = look.or(0xd8512f);
        pen.path(skin.dark(0.1), "M-20 -58L-98 -66L-100 -56L-20 -36z")
                .path(skin.dark(0.2), "M-98 -64L-108 -88L-92 -66z");
        pen.path(skin, "M-34 -50Q-30 -80 14 -80Q62 -78 70 -42Q62 -22 20 -22Q-24 -22 -34 -50z");
        pen.path(rgb(0x9fd0e6), "M26 -76Q60 -72 66 -46H28z");
        pen.line(rgb(0x33363f), 3, "M12 -80V-96M-86 -97H102M-14 -22L-20 -6M38 -22L44 -6M-40 -4H66");
    }

    static void rocket(Pen pen, Look look) {
        Colour skin = look.or(0xf1efe9);
        Colour fin = look.asked() == null ? rgb(0xd8402f) : skin.dark(0.4);
        pen.glow(rgb(0xff9a3a), 0.85, 0, -4, 30, 34);
        pen.path(rgb(0xff8a2a), "M-9 -22Q-13 -4 0 14Q13 -4 9 -22z")
                .path(rgb(0xffe27a), "M-5 -22Q-7 -8 0 2Q7 -8 5 -22z");
        pen.path(fin, "M-12 -50Q-24 -36 -22 -14L-10 -24zM12 -50Q24 -36 22 -14L10 -24z");
        pen.path(skin, "M0 -100Q20 -78 15 -38L10 -22H-10L-15 -38Q-20 -78 0 -100z");
        pen.path(fin, "M0 -100Q9 -90 12.6 -78H-12.6Q-9 -90 0 -100z");
        pen.circle(rgb(0x4c5a6a), 0, -60, 7.4).circle(rgb(0x8fd2f0), 0, -60, 5.2);
        pen.path(fin.dark(0.1), "M-2 -42H2V-14H-2z");
        pen.stroke(skin.dark(0.4), 0.5, 0.9, "M-15.6 -44H15.6");
    }

    static void satellite(Pen pen, Look look) {
        Colour panel = rgb(0x2f57a8);
        for (double x : new double[] {-112, 38}) {
            pen.box(panel, x, -66, 74, 34, 1);
            pen.stroke(rgb(0xa9c4f2), 0.8, 1.4, "M~ -66v34M~ -66v34M~ -49h74", x + 25, x + 50, x);
        }
        pen.line(rgb(0xa8adb8), 4, "M-40 -49H40");
        pen.box(look.or(0xd9b15a), -22, -76, 44, 54, 3);
        pen.path(rgb(0xe9ebef), "M-20 -78Q0 -112 20 -78z").line(rgb(0xe9ebef), 2, "M0 -96V-104");
    }

    static void ufo(Pen pen, Look look) {
        Colour skin = look.or(0x9aa4b2);
        pen.raw("<path d='M-40 -24L-86 92H86L40 -24z' fill='"
                + pen.treatment().glow(rgb(0xb6ffb0)).hex() + "' fill-opacity='.2'/>");
        pen.path(rgb(0x9fe6e0), "M-40 -52Q-36 -100 0 -100Q36 -100 40 -52z");
        pen.path(skin, "M-94 -40Q-50 -66 0 -66Q50 -66 94 -40Q50 -14 0 -14Q-50 -14 -94 -40z");
        for (int i = -3; i <= 3; i++) {
            pen.lampRound(rgb(i % 2 == 0 ? 0xffe06a : 0x7affc0), i * 23, -37 + Math.abs(i) * -1.2, 5);
        }
    }
}
