package io.renderyard.preview.shape;

import static io.renderyard.preview.shape.Look.rgb;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Pen;

/** What floats and was built. */
final class Boats {
    private Boats() {}

    static void boat(Pen pen, Look look) {
        Colour hull = look.or(0xa8442f);
        pen.path(hull.dark(0.45), "M-96 -58Q0 -34 98 -66Q60 -40 0 -38Q-60 -38 -96 -58z");
        pen.path(rgb(0x8c6239), "M-46 -46h34v7h-34zM8 -46h34v7H8z");
        pen.path(hull, "M-100 -60Q0 -30 104 -70Q92 -20 62 0H-66Q-90 -24 -100 -60z");
        pen.path(hull.light(0.55), "M-100 -60Q0 -30 104 -70L102 -60Q0 -22 -97 -50z");
        pen.stroke(hull.dark(0.4), 0.6, 2, "M-84 -30Q0 -8 88 -36");
        pen.line(rgb(0xc79a5e), 4, "M-20 -44L-74 4M24 -44L78 2");
    }

    static void sailboat(Pen pen, Look look) {
        Colour sail = look.or(0xf7f1e3);
        Colour hull = look.asked() == null ? rgb(0x8d3b2f) : look.asked().dark(0.42);
        pen.line(rgb(0x6b4a33), 1.8, "M-2 -12V-100");
        pen.path(sail, "M0 -97Q34 -56 37 -20Q18 -15 1 -18Q7 -58 0 -97z");
        pen.path(sail.light(0.24), "M-4 -90Q-29 -54 -33 -20Q-18 -15 -4 -18Q-9 -52 -4 -90z");
        pen.stroke(sail.dark(0.4), 0.35, 0.8, "M6 -66Q16 -64 24 -52M5 -42Q20 -40 33 -40");
        pen.path(rgb(0xd6433a), "M-2 -100l-11 2.6l11 2.8z");
        pen.path(hull, "M-42 -13Q0 -7 44 -15Q38 -3 28 0H-28Q-38 -4 -42 -13z");
        pen.stroke(Colour.WHITE, 0.8, 1.2, "M-40 -9.6Q0 -4 41 -11.4");
    }

    static void ship(Pen pen, Look look) {
        if (look.called("pirate")) {
            galleon(pen, look);
            return;
        }
        Colour hull = look.or(0x34506e);
        pen.path(rgb(0xf3f1ea), "M-58 -38h104l-6 -18H-54zM-46 -56h80l-6 -14H-42z");
        for (double x : new double[] {-30, -8, 14}) {
            pen.path(rgb(0xd2463b), "M~ -70h12v-24h-12z", x).box(rgb(0x2c3038), x, -95, 12, 6, 0);
        }
        for (int i = 0; i < 9; i++) {
            Buildings.window(pen, look, -48 + i * 10, -50, 4.6, 5);
            Buildings.window(pen, look, -40 + i * 8, -65, 3.6, 4);
        }
        pen.path(hull, "M-86 -42L-74 0H64Q80 -20 88 -48L66 -38H-66z");
        pen.path(rgb(0xb03a32), "M-77 -10L-74 0H64Q69 -5 73 -10z");
        for (int i = 0; i < 9; i++) {
            pen.circle(hull.light(0.7), -58 + i * 13, -25, 2.2);
        }
    }

    private static void galleon(Pen pen, Look look) {
        Colour wood = rgb(0x6d4628);
        Colour sail = look.or(0xe9dcc0);
        for (double x : new double[] {-36, 0, 34}) {
            pen.line(wood, 2, "M~ -20V-98", x);
            pen.path(sail, "M~ -92q15 -5 30 0q5 14 0 26q-15 -5 -30 0q6 -13 0 -26z", x - 15);
            pen.path(sail.dark(0.06), "M~ -63q18 -5 36 0q6 14 0 27q-18 -5 -36 0q7 -13 0 -27z", x - 18);
        }
        pen.path(rgb(0x1c1c22), "M0 -98h22v10H0z");
        pen.path(wood, "M-84 -46L-60 -34H58L88 -42Q80 -8 60 0H-58Q-78 -14 -84 -46z");
        pen.line(wood, 2, "M80 -38L112 -54");
        pen.stroke(rgb(0xd9b26a), 0.9, 1.6, "M-76 -26H74");
    }
}
