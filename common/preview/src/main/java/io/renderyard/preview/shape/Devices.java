package io.renderyard.preview.shape;

import static io.renderyard.preview.shape.Look.rgb;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Pen;

/** Machines for a desk, instruments, seats. */
final class Devices {
    private static final Colour DARK = rgb(0x22262f);

    private Devices() {}

    private static void screen(Pen pen, double x, double y, double width, double height) {
        pen.raw("<rect x='" + x + "' y='" + y + "' width='" + width + "' height='" + height + "' rx='1.5' fill='"
                + pen.defs()
                        .slanted(
                                "<stop offset='0' stop-color='#56c7f2'/>",
                                "<stop offset='.55' stop-color='#7a6ff0'/>",
                                "<stop offset='1' stop-color='#f28ab2'/>")
                + "'/>");
    }

    static void laptop(Pen pen, Look look) {
        Colour shell = look.or(0xb9bfc8);
        pen.box(DARK, -58, -98, 116, 80, 5);
        screen(pen, -53, -93, 106, 70);
        pen.wash(
                Colour.WHITE,
                0.85,
                "M-44 -82h38v5h-38zM-44 -72h56v3h-56zM-44 -65h48v3h-48zM-44 -58h52v3h-52zM18 -52h26v20h-26z");
        pen.path(shell, "M-60 -18H60L74 -4Q74 0 68 0H-68Q-74 0 -74 -4z").path(shell.dark(0.3), "M-18 -8H18L20 -3H-20z");
        pen.stroke(shell.dark(0.5), 0.6, 1.6, "M-50 -14H50M-54 -11H54");
    }

    static void phone(Pen pen, Look look) {
        pen.box(look.or(0x2a2e38), -26, -100, 52, 100, 8);
        screen(pen, -22, -94, 44, 88);
        pen.box(DARK, -8, -92, 16, 4, 2);
        for (int i = 0; i < 12; i++) {
            pen.raw("<rect x='" + (-17 + i % 4 * 9) + "' y='" + (-66 + i / 4 * 11)
                    + "' width='7' height='7' rx='2' fill='#fff' fill-opacity='.8'/>");
        }
        pen.raw("<rect x='-16' y='-20' width='32' height='10' rx='5' fill='#fff' fill-opacity='.5'/>");
    }

    static void camera(Pen pen, Look look) {
        Colour body = look.or(0x33363f);
        pen.path(body.dark(0.1), "M-24 -78L-14 -98H18L28 -78z").box(rgb(0xd0402f), 40, -86, 16, 8, 2);
        pen.box(body, -68, -80, 136, 80, 9).box(rgb(0xc4bfb4), -68, -80, 136, 16, 7);
        pen.circle(rgb(0xa8adb5), 0, -36, 33)
                .circle(DARK, 0, -36, 28)
                .circle(rgb(0x2f4a78), 0, -36, 20)
                .circle(rgb(0x14203a), 0, -36, 12);
        pen.washRound(Colour.WHITE, 0.75, -8, -44, 5, 4)
                .lampRound(rgb(0xfff2c0), 52, -56, 5)
                .box(DARK, -58, -60, 18, 8, 2);
    }

    static void headphones(Pen pen, Look look) {
        Colour shell = look.or(0x2f3542);
        pen.line(shell, 7, "M-36 -36Q-40 -96 0 -96Q40 -96 36 -36");
        pen.box(shell.dark(0.2), -47, -46, 17, 46, 8).box(shell.dark(0.2), 30, -46, 17, 46, 8);
        pen.box(shell.light(0.3), -36, -42, 12, 38, 6).box(shell.light(0.3), 24, -42, 12, 38, 6);
    }

    static void guitar(Pen pen, Look look) {
        Colour wood = look.or(0xb9702f);
        pen.path(rgb(0x3d2a20), "M-3 -52V-92H3V-52z").path(rgb(0x2c1d16), "M-5 -91L-6 -100H6L5 -91z");
        pen.path(
                wood,
                "M0 -54Q12 -56 14 -46Q15 -38 11 -34Q22 -28 20 -12Q16 0 0 0Q-16 0 -20 -12Q-22 -28 -11 -34Q-15 -38 -14 -46Q-12 -56 0 -54z");
        pen.circle(rgb(0x2c1d16), 0, -32, 6).box(rgb(0x3d2a20), -8, -13, 16, 3.4, 1);
        pen.stroke(rgb(0xf2e6c8), 0.9, 0.5, "M-1.8 -12V-96M-0.6 -12V-96M0.6 -12V-96M1.8 -12V-96");
        pen.wash(Colour.WHITE, 0.3, "M-15 -20Q-16 -8 -8 -4Q-13 -10 -12 -20z");
    }

    static void piano(Pen pen, Look look) {
        Colour wood = look.or(0x2a2530);
        pen.box(wood, -66, -100, 132, 58, 3)
                .box(wood.dark(0.2), -70, -46, 140, 12, 2)
                .box(wood, -64, -34, 12, 34, 1)
                .box(wood, 52, -34, 12, 34, 1);
        pen.box(Colour.WHITE, -64, -50, 128, 9, 0);
        for (int i = 0; i < 20; i++) {
            pen.box(DARK, -61 + i * 6.4, -50, i % 7 == 2 || i % 7 == 6 ? 0.6 : 3, 5.4, 0);
        }
        pen.box(rgb(0xf4efdf), -18, -84, 36, 24, 1).box(wood.light(0.1), -40, -34, 80, 26, 1);
    }

    static void chair(Pen pen, Look look) {
        Colour cloth = look.or(0x3f8f8f);
        pen.line(rgb(0x6b4a33), 5, "M-26 -14L-30 0M26 -14L30 0");
        pen.box(cloth.dark(0.1), -30, -98, 60, 66, 14)
                .box(cloth.dark(0.22), -38, -56, 16, 44, 7)
                .box(cloth.dark(0.22), 22, -56, 16, 44, 7);
        pen.box(cloth.light(0.12), -26, -42, 52, 22, 7).box(cloth.dark(0.14), -30, -24, 60, 13, 3);
    }

    static void bulb(Pen pen, Look look) {
        Colour lit = look.or(0xffe27a);
        pen.glow(lit, 0.9, 0, -66, 86, 80);
        pen.path(
                lit,
                "M-14 -30Q-14 -42 -24 -52Q-32 -64 -29 -76Q-22 -100 0 -100Q22 -100 29 -76Q32 -64 24 -52Q14 -42 14 -30z");
        pen.line(rgb(0xd0802a), 2.4, "M-8 -32L-12 -60L-4 -54L0 -62L4 -54L12 -60L8 -32");
        pen.box(rgb(0x9aa0aa), -13, -30, 26, 7, 2)
                .box(rgb(0x858b96), -12, -22, 24, 7, 2)
                .box(rgb(0x6a6f78), -10, -14, 20, 7, 2)
                .path(rgb(0x4a4f58), "M-6 -7H6L3 0H-3z");
    }
}
