package io.renderyard.preview.shape;

import static io.renderyard.preview.shape.Look.rgb;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Pen;

/** What drives, seen from its side. */
final class Vehicles {
    private static final Colour GLASS = rgb(0xa9d3e6);
    private static final Colour TYRE = rgb(0x23252c);

    private Vehicles() {}

    private static void wheel(Pen pen, double x, double radius) {
        pen.circle(TYRE, x, -radius, radius)
                .circle(rgb(0xb9c0c9), x, -radius, radius * 0.55)
                .circle(rgb(0x5a616c), x, -radius, radius * 0.2);
    }

    private static void lights(Pen pen, Look look, double front, double back, double y) {
        pen.lamp(rgb(0xfff2b8), front - 6, y, 7, 7, 2).lamp(rgb(0xff4a3a), back, y, 5, 7, 2);
        if (look.dark()) {
            pen.glow(rgb(0xfff0b0), 0.75, front + 26, y + 5, 66, 22).glow(rgb(0xff4a3a), 0.5, back, y + 3, 26, 14);
        }
    }

    static void car(Pen pen, Look look) {
        boolean taxi = look.called("taxi", "cab");
        Colour paint = look.or(taxi ? 0xf4c020 : look.dice().of(0xc8352d, 0x2f6fb0, 0x3f8f6a, 0xe0a030));
        if (taxi) {
            pen.lamp(rgb(0xfff2b8), -12, -104, 22, 9, 2);
        }
        pen.path(paint.dark(0.1), "M-62 -56Q-48 -92 -34 -94H18Q36 -92 56 -58z");
        pen.path(look.dark() ? rgb(0xf5dd9a) : GLASS, "M-50 -58Q-40 -84 -32 -86H-12V-58zM-4 -86H16Q28 -84 42 -58H-4z");
        pen.path(paint, "M-106 -22Q-110 -52 -94 -56L-60 -60H54Q96 -56 106 -44Q112 -32 108 -20H-100z");
        pen.wash(Colour.WHITE, 0.4, "M-96 -52L-58 -57H52Q84 -54 98 -47Q60 -51 52 -51H-58z");
        pen.stroke(paint.dark(0.6), 0.6, 1.6, "M-8 -56V-22M-56 -56Q-54 -34 -46 -22M50 -56V-30")
                .box(paint.dark(0.5), 0, -47, 10, 3, 1);
        pen.box(rgb(0x4a4f58), -108, -22, 218, 7, 3);
        wheel(pen, -62, 19);
        wheel(pen, 66, 19);
        lights(pen, look, 109, -108, -42);
    }

    static void truck(Pen pen, Look look) {
        Colour paint = look.or(0xe8e2d6);
        pen.box(paint, -94, -96, 128, 78, 4);
        pen.path(paint.dark(0.12), "M36 -74H66Q82 -72 92 -44V-16H36z");
        pen.path(look.dark() ? rgb(0xf5dd9a) : GLASS, "M44 -66H64Q74 -64 80 -44H44z");
        pen.box(look.called("ambulance") ? rgb(0xd8342c) : rgb(0x3f7fae), -94, -52, 128, 10, 0);
        pen.box(rgb(0x4a4f58), -94, -20, 188, 7, 2);
        wheel(pen, -58, 18);
        wheel(pen, 60, 18);
        lights(pen, look, 94, -95, -36);
    }

    static void bus(Pen pen, Look look) {
        Colour paint = look.or(look.called("tram") ? 0x3f8f5a : 0xd23a30);
        pen.box(paint, -104, -98, 208, 82, 9);
        for (int i = 0; i < 6; i++) {
            pen.box(look.dark() ? rgb(0xf8dc8a) : GLASS, -94 + i * 31, -84, 25, 28, 3);
        }
        pen.box(paint.light(0.75), -104, -48, 208, 8, 0).box(paint.dark(0.3), 62, -52, 22, 36, 2);
        pen.box(rgb(0x4a4f58), -104, -20, 208, 6, 2);
        wheel(pen, -62, 16);
        wheel(pen, 52, 16);
        lights(pen, look, 104, -104, -34);
    }

    static void train(Pen pen, Look look) {
        Colour paint = look.or(0x8f2f2c);
        for (int i = 0; i < 7; i++) {
            pen.washRound(rgb(0xe6e6ea), 0.62 - i * 0.06, 100 - i * 17, -102 - i * 7, 10 + i * 2.6, 8 + i * 1.8);
        }
        for (int car = 0; car < 2; car++) {
            double x = -146 + car * 76;
            pen.box(paint.light(0.12), x, -70, 70, 52, 4).box(paint.dark(0.4), x - 2, -75, 74, 7, 3);
            for (int i = 0; i < 3; i++) {
                Buildings.window(pen, look, x + 8 + i * 20, -60, 14, 17);
            }
            wheel(pen, x + 16, 10);
            wheel(pen, x + 54, 10);
        }
        pen.box(paint, 8, -84, 42, 64, 3).box(paint.dark(0.4), 3, -90, 52, 8, 3);
        Buildings.window(pen, look, 17, -76, 22, 20);
        pen.path(rgb(0x2e3138), "M50 -62H118Q126 -50 118 -24H50z")
                .box(rgb(0xd9b15a), 74, -62, 5, 38, 0)
                .box(rgb(0xd9b15a), 98, -62, 5, 38, 0);
        pen.path(rgb(0x2e3138), "M98 -62L94 -92H114L110 -62z").path(rgb(0x2e3138), "M66 -62Q72 -76 80 -62z");
        pen.path(paint, "M116 -22L142 0H112z").box(rgb(0x4a4f58), -148, -22, 270, 6, 1);
        for (double x : new double[] {24, 58, 86, 108}) {
            wheel(pen, x, 12);
        }
        pen.lampRound(rgb(0xfff2b8), 120, -52, 5);
        if (look.dark()) {
            pen.glow(rgb(0xfff0b0), 0.8, 140, -50, 60, 26);
        }
    }

    static void bicycle(Pen pen, Look look) {
        Colour frame = look.or(0xd0402f);
        for (double x : new double[] {-44, 46}) {
            pen.line(TYRE, 4.4, "M~ -31a31 31 0 1 0 62 0a31 31 0 1 0 -62 0", x - 31);
            pen.stroke(
                    rgb(0x9aa0aa),
                    0.8,
                    0.8,
                    "M~ -62V0M~ -31h62M~ -53L~ -9M~ -9L~ -53",
                    x,
                    x - 31,
                    x - 22,
                    x + 22,
                    x - 22,
                    x + 22);
        }
        pen.line(frame, 4.6, "M-44 -31L-22 -72L2 -31zM-22 -72H34L2 -31M30 -86L46 -31");
        pen.line(TYRE, 4.6, "M-26 -82L-20 -68M22 -94Q34 -92 40 -100M-36 -83H-14");
        pen.circle(rgb(0x5a616c), 2, -31, 7);
    }
}
