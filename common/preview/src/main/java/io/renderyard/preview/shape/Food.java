package io.renderyard.preview.shape;

import static io.renderyard.preview.shape.Look.rgb;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Pen;

/** What is eaten. */
final class Food {
    private static final Colour LEAF = rgb(0x4f9a3f);

    private Food() {}

    static void cake(Pen pen, Look look) {
        Colour icing = look.or(0xf4a6bd);
        pen.ellipse(rgb(0xe6e8ec), 0, -3, 56, 5);
        pen.box(rgb(0xd9a25f), -44, -34, 88, 31, 4).box(rgb(0xf3e3c2), -44, -21, 88, 5, 0);
        pen.path(
                icing,
                "M-45 -22V-33Q-44 -39 -38 -39H38Q44 -39 45 -33V-22Q40 -14 34 -22Q28 -12 21 -22Q14 -13 7 -22Q0 -12 -7 -22Q-14 -13 -21 -22Q-28 -12 -34 -22Q-40 -14 -45 -22z");
        pen.box(rgb(0xd9a25f), -28, -64, 56, 26, 4);
        pen.path(
                icing.light(0.3),
                "M-29 -54V-62Q-28 -68 -22 -68H22Q28 -68 29 -62V-54Q24 -46 17 -54Q10 -46 4 -54Q-3 -46 -10 -54Q-17 -46 -22 -54Q-26 -49 -29 -54z");
        for (int i = -1; i <= 1; i++) {
            pen.box(rgb(i == 0 ? 0x6fb7e0 : 0xf2d24a), i * 15 - 2, -86, 4, 19, 1);
            pen.lampRound(rgb(0xffc84a), i * 15d, -91, 3.2).glow(rgb(0xffd26a), 0.6, i * 15d, -91, 12, 12);
        }
    }

    static void pizza(Pen pen, Look look) {
        pen.ellipse(rgb(0xb07a48), 0, -42, 94, 44)
                .ellipse(look.or(0xe3b06a), 0, -46, 90, 42)
                .ellipse(rgb(0xc9402c), 0, -48, 80, 36)
                .ellipse(rgb(0xf6d57a), 0, -49, 77, 34);
        for (int i = 0; i < 9; i++) {
            double angle = i * 2.4;
            double far = 0.25 + i * 0.075;
            pen.ellipse(rgb(0xc03a2c), Math.cos(angle) * 74 * far, -49 + Math.sin(angle) * 32 * far, 9, 5);
            pen.ellipse(LEAF, Math.cos(angle + 1) * 70 * far, -49 + Math.sin(angle + 1) * 30 * far, 5, 2.4);
        }
        pen.stroke(rgb(0x9a5a30), 0.6, 1.4, "M-84 -62L84 -34M-40 -84L40 -12M84 -62L-84 -34");
    }

    static void burger(Pen pen, Look look) {
        Colour bun = look.or(0xd99445);
        pen.path(bun.dark(0.08), "M-52 -20H52Q54 0 34 0H-34Q-54 0 -52 -20z").box(rgb(0x5f3823), -55, -36, 110, 17, 7);
        pen.path(rgb(0xf4c33a), "M-56 -38H56L30 -26L14 -37z");
        pen.box(rgb(0xd23f30), -50, -46, 100, 8, 4);
        pen.path(
                LEAF,
                "M-58 -46Q-48 -58 -38 -50Q-28 -60 -18 -50Q-8 -60 2 -50Q12 -60 22 -50Q32 -60 42 -50Q52 -58 58 -46z");
        pen.path(bun, "M-54 -52Q-52 -99 0 -99Q52 -99 54 -52z");
        pen.wash(
                rgb(0xf8e6bf),
                0.95,
                "M-26 -78l6 -2l1 3l-6 2zM-4 -88l6 -1l0 3l-6 1zM18 -80l6 2l-1 3l-6 -2zM-12 -70l6 0v3h-6zM30 -68l5 2l-1 3l-5 -2z");
    }

    static void iceCream(Pen pen, Look look) {
        Colour scoop = look.or(0xf4a9bd);
        pen.path(rgb(0xd9a25f), "M-18 -52H18L0 0z")
                .stroke(rgb(0x9a6a34), 0.7, 1, "M-14 -46L4 -12M-4 -50L8 -26M14 -46L-4 -12M4 -50L-8 -26");
        pen.circle(rgb(0xf6ecd2), -10, -60, 14).circle(scoop, 10, -61, 14).circle(rgb(0x7a4a32), 0, -78, 14);
        pen.circle(rgb(0xd22f3a), 0, -95, 4.6).stroke(LEAF, 1, 1, "M0 -98Q4 -104 9 -103");
        pen.washRound(Colour.WHITE, 0.5, -5, -83, 3.4, 4.4);
    }

    static void apple(Pen pen, Look look) {
        Colour skin = look.or(look.called("peach") ? 0xf3a56c : 0xcf3030);
        pen.path(skin, "M0 -76Q-20 -88 -36 -72Q-54 -46 -34 -14Q-18 6 0 -4Q18 6 34 -14Q54 -46 36 -72Q20 -88 0 -76z");
        pen.line(rgb(0x5a3d26), 3.6, "M0 -74Q0 -90 6 -98").path(LEAF, "M4 -86Q16 -102 36 -92Q24 -80 4 -86z");
        pen.wash(Colour.WHITE, 0.45, "M-32 -52Q-30 -70 -16 -72Q-26 -62 -26 -46z");
    }

    static void orange(Pen pen, Look look) {
        Colour skin = look.or(look.called("lemon") ? 0xf4d83a : look.called("lime") ? 0x8fc23f : 0xf0902a);
        pen.circle(skin, 0, -47, 47).path(LEAF, "M0 -92Q14 -106 32 -96Q20 -84 0 -92z");
        pen.circle(rgb(0x6a7a34), 0, -91, 3.4).washRound(Colour.WHITE, 0.4, -18, -66, 9, 12);
    }

    static void pear(Pen pen, Look look) {
        Colour skin = look.or(0xb9c24a);
        pen.path(skin, "M0 -86Q-14 -84 -15 -64Q-34 -46 -34 -26Q-32 0 0 0Q32 0 34 -26Q34 -46 15 -64Q14 -84 0 -86z");
        pen.line(rgb(0x5a3d26), 3, "M0 -84Q2 -94 8 -99").path(LEAF, "M3 -90Q14 -102 30 -94Q18 -84 3 -90z");
        pen.washRound(Colour.WHITE, 0.4, -15, -34, 6, 13);
    }

    static void fruit(Pen pen, Look look) {
        Colour bowl = look.or(0xd8c9ae);
        pen.circle(rgb(0xcf3030), -36, -62, 25)
                .circle(rgb(0xf0902a), 8, -66, 26)
                .circle(rgb(0xb9c24a), 44, -58, 22);
        pen.path(rgb(0xf4d23a), "M-16 -50Q-6 -98 46 -98Q50 -94 46 -90Q10 -84 2 -48z");
        for (int i = 0; i < 8; i++) {
            pen.circle(rgb(0x6d3f8f), -12 + i % 4 * 9.4, -46 - i / 4 * 8, 6.4);
        }
        pen.path(bowl, "M-74 -48H74Q66 -8 24 -5V0H-24V-5Q-66 -8 -74 -48z")
                .wash(Colour.WHITE, 0.4, "M-62 -42Q-54 -18 -32 -11Q-46 -22 -50 -42z");
    }
}
