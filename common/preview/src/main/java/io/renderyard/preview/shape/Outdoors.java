package io.renderyard.preview.shape;

import static io.renderyard.preview.shape.Look.rgb;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Pen;

/** What stands about outside. */
final class Outdoors {
    private Outdoors() {}

    static void lampPost(Pen pen, Look look) {
        Colour iron = look.or(0x2f3540);
        pen.path(iron, "M-5 0L-2 -10V-78H2V-10L5 0z").line(iron, 1.6, "M-8 -76Q0 -70 8 -76");
        pen.path(iron, "M-8 -94L0 -100L8 -94z").path(rgb(0xffe7a0), "M-6.4 -93H6.4L4 -79H-4z");
        pen.lampRound(rgb(0xfff2c0), 0, -86, 3.4);
        if (look.dark()) {
            pen.glow(rgb(0xffd884), 0.85, 0, -86, 40, 40).glow(rgb(0xffd884), 0.35, 0, 0, 34, 8);
        }
    }

    static void bench(Pen pen, Look look) {
        Colour wood = look.or(0x9a6a3c);
        pen.line(rgb(0x3a3d45), 7, "M-74 0V-92M74 0V-92M-62 0V-44M62 0V-44");
        pen.box(wood, -90, -94, 180, 13, 3).box(wood, -90, -74, 180, 13, 3).box(wood.light(0.1), -92, -50, 184, 12, 3);
    }

    static void tent(Pen pen, Look look) {
        Colour cloth = look.or(0xe08a30);
        pen.path(cloth.dark(0.25), "M0 -98L72 0H30z").path(cloth, "M0 -98L-72 0H30z");
        pen.path(look.dark() ? rgb(0xffdf94) : rgb(0x3f3430), "M-8 -78L-34 0H10z")
                .path(cloth.light(0.2), "M-8 -78L-34 0H-44z");
        pen.stroke(rgb(0x6d6a70), 0.9, 1.4, "M0 -98L-88 -2M0 -98L88 -2");
        if (look.dark()) {
            pen.glow(rgb(0xffc86a), 0.7, -12, -28, 58, 46);
        }
    }

    static void campfire(Pen pen, Look look) {
        pen.glow(rgb(0xff9a3a), look.dark() ? 0.85 : 0.4, 0, -30, 130, 90);
        pen.line(rgb(0x5a3a26), 9, "M-38 -3L34 -14M38 -3L-34 -14");
        pen.path(
                rgb(0xf0561f),
                "M-28 -10Q-38 -48 -12 -70Q-10 -56 -2 -54Q0 -84 14 -99Q12 -72 26 -56Q40 -34 26 -10Q0 0 -28 -10z");
        pen.path(rgb(0xffa22c), "M-17 -9Q-22 -38 -6 -52Q-2 -42 4 -44Q8 -56 12 -62Q20 -36 17 -9Q0 -3 -17 -9z");
        pen.raw("<path d='M-9 -8Q-10 -26 2 -36Q12 -22 9 -8Q0 -4 -9 -8z' fill='"
                + pen.treatment().glow(rgb(0xfff0a0)).hex() + "'/>");
        for (int i = 0; i < 9; i++) {
            pen.lampRound(
                    rgb(0xffb84a), look.dice().between(-26, 26), look.dice().between(-150, -80), 1.5);
        }
        for (int i = -3; i <= 3; i++) {
            pen.ellipse(rgb(0x77757a), i * 14d, 1 - Math.abs(i), 8, 5.4);
        }
    }

    static void umbrella(Pen pen, Look look) {
        Colour cloth = look.or(0xd23a3f);
        pen.line(rgb(0x6b4a33), 2.6, "M0 -94V-6Q0 0 6 0Q12 0 12 -7");
        pen.path(
                cloth,
                "M-48 -52Q-44 -96 0 -98Q44 -96 48 -52Q40 -60 32 -52Q24 -60 16 -52Q8 -60 0 -52Q-8 -60 -16 -52Q-24 -60 -32 -52Q-40 -60 -48 -52z");
        pen.path(
                cloth.light(0.5),
                "M-32 -52Q-24 -92 0 -98Q-14 -80 -16 -52Q-24 -60 -32 -52zM16 -52Q14 -80 0 -98Q24 -92 32 -52Q24 -60 16 -52z");
        pen.circle(rgb(0x6b4a33), 0, -98, 2);
    }

    static void pumpkin(Pen pen, Look look) {
        Colour skin = look.or(0xe8802a);
        pen.path(rgb(0x5f7a3a), "M-5 -82Q-4 -98 8 -99L6 -80z");
        pen.ellipse(skin.dark(0.1), -30, -42, 27, 40)
                .ellipse(skin.dark(0.1), 30, -42, 27, 40)
                .ellipse(skin, 0, -42, 30, 43);
        if (look.called("jack") || look.dark()) {
            pen.raw(
                            "<path d='M-30 -48L-18 -64L-8 -48zM8 -48L18 -64L30 -48zM-34 -32L-22 -24L-12 -32L0 -24L12 -32L22 -24L34 -32Q22 -8 0 -8Q-22 -8 -34 -32z' fill='"
                                    + pen.treatment().glow(rgb(0xffe06a)).hex() + "'/>")
                    .glow(rgb(0xffb84a), 0.5, 0, -38, 66, 52);
        }
    }
}
