package io.renderyard.preview.shape;

import static io.renderyard.preview.shape.Look.rgb;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Pen;

/** Big animals on four legs. */
final class Grazers {
    private static final Colour EYE = rgb(0x15141a);

    private Grazers() {}

    /** Two pairs of legs under a body that ends at the given height, hooves included. */
    private static void legs(Pen pen, Colour skin, Colour hoof, double back, double front, double top, double width) {
        double[] at = {back, back + width * 1.5, front - width * 1.5, front};
        for (int i = 0; i < at.length; i++) {
            Colour shade = i % 2 == 0 ? skin.dark(0.22) : skin;
            pen.path(shade, "M~ ~h~l~ ~h~z", at[i] - width / 2, top, width, -width * 0.2, -top, -width * 0.6);
            pen.box(hoof, at[i] - width * 0.36, -width * 0.5, width * 0.74, width * 0.5, 0.5);
        }
    }

    static void horse(Pen pen, Look look) {
        boolean unicorn = look.called("unicorn");
        boolean zebra = look.called("zebra");
        Colour coat = look.or(unicorn || zebra ? 0xf6f3f2 : look.dice().of(0x7d4f2f, 0x4f362a, 0xb58a5a, 0xd8d2c8));
        Colour mane = unicorn ? rgb(0xe58fd0) : coat.luminance() > 0.75 ? rgb(0x55505a) : coat.dark(0.5);
        pen.path(mane, "M-46 -60Q-66 -52 -60 -18Q-52 -26 -50 -44Q-46 -52 -42 -54z");
        legs(pen, coat, rgb(0x2e2624), -36, 26, -40, 9);
        pen.path(
                coat,
                "M-48 -58Q-40 -66 -10 -62Q10 -60 20 -66Q30 -92 44 -97L46 -104L50 -97Q58 -92 70 -72Q68 -62 60 -65Q52 -72 46 -74"
                        + "Q40 -56 36 -42Q20 -32 -8 -34Q-34 -30 -44 -38Q-50 -46 -48 -58z");
        pen.path(mane, "M46 -100Q30 -100 16 -66Q12 -60 6 -60Q16 -76 26 -90Q34 -102 46 -100z");
        if (zebra) {
            pen.stroke(
                    rgb(0x26232a),
                    0.95,
                    3.4,
                    "M-36 -60L-30 -36M-24 -62L-20 -34M-10 -62V-34M4 -61L2 -34M18 -64L14 -36M28 -76L36 -64M34 -86L44 -78");
        }
        if (unicorn) {
            pen.path(rgb(0xf2cf5a), "M50 -97L64 -122L56 -94z");
        }
        pen.circle(EYE, 53, -86, 2).circle(EYE, 66, -70, 1.3);
    }

    static void cow(Pen pen, Look look) {
        Colour coat = look.or(look.called("bison", "buffalo", "bull", "ox") ? 0x5a4030 : 0xf4efe6);
        legs(pen, coat, rgb(0x3a302c), -44, 34, -36, 13);
        pen.line(coat.dark(0.2), 3, "M-56 -76Q-66 -54 -60 -34").circle(rgb(0x4a3a34), -60, -32, 4);
        pen.path(coat, "M-58 -76Q-54 -86 -36 -84H30Q48 -84 48 -64Q46 -34 28 -30H-44Q-58 -34 -58 -76z");
        if (coat.luminance() > 0.7) {
            pen.wash(
                    rgb(0x3a302e), 0.92, "M-40 -84Q-52 -60 -30 -58Q-10 -62 -14 -84zM6 -60Q26 -70 32 -48Q24 -30 8 -40z");
        }
        pen.path(rgb(0xefe2c8), "M46 -92Q36 -102 42 -108Q44 -98 54 -94zM62 -94Q76 -98 76 -106Q82 -94 66 -88z");
        pen.path(coat, "M38 -74Q38 -96 56 -96Q72 -96 72 -76L68 -54Q58 -46 48 -54z");
        pen.path(rgb(0xeab7ac), "M48 -62Q58 -66 70 -62L67 -52Q58 -46 49 -53z");
        pen.circle(EYE, 50, -78, 2.4)
                .circle(EYE, 64, -78, 2.4)
                .circle(EYE, 54, -56, 1.4)
                .circle(EYE, 63, -56, 1.4);
        pen.path(rgb(0xeab7ac), "M-20 -30Q-12 -18 -2 -30z");
    }

    static void sheep(Pen pen, Look look) {
        Colour wool = look.or(0xf6f3ea);
        legs(pen, rgb(0x3f3836), rgb(0x241f1e), -30, 24, -36, 9);
        for (double[] puff : new double[][] {
            {-36, -56, 20}, {-20, -72, 22}, {4, -76, 23}, {26, -66, 21}, {-18, -44, 20}, {10, -44, 22}, {30, -50, 17}
        }) {
            pen.circle(wool.dark((puff[1] + 76) / 300), puff[0], puff[1], puff[2]);
        }
        pen.circle(wool, -2, -60, 26);
        pen.path(
                rgb(0x4a423f),
                "M34 -80Q36 -94 50 -92Q64 -86 60 -62Q52 -52 44 -58Q36 -66 34 -80zM36 -82L24 -76L36 -72z");
        pen.circle(Colour.WHITE, 51, -78, 3).circle(EYE, 52, -78, 1.7).circle(wool, 44, -90, 8);
    }

    static void deer(Pen pen, Look look) {
        Colour coat = look.or(0xa9713f);
        pen.line(
                rgb(0x6d5238),
                2.2,
                "M34 -76Q28 -88 32 -100M31 -86L22 -94M31 -92L38 -99M39 -76Q48 -86 46 -100M45 -86L54 -92M46 -93L40 -99");
        legs(pen, coat, rgb(0x2e2624), -28, 18, -30, 5.6);
        pen.path(
                coat,
                "M-34 -48Q-28 -54 -6 -51Q10 -50 18 -54Q22 -68 31 -75L24 -80L34 -78Q44 -78 54 -66Q52 -60 44 -62Q38 -62 34 -56"
                        + "Q32 -42 26 -32Q10 -25 -8 -28Q-24 -26 -32 -32Q-36 -40 -34 -48z");
        pen.path(Colour.WHITE, "M-35 -46Q-40 -40 -34 -34Q-31 -40 -35 -46z");
        pen.wash(
                Colour.WHITE,
                0.6,
                "M-20 -46a2 2 0 1 0 4 0a2 2 0 1 0 -4 0zM-10 -42a2 2 0 1 0 4 0a2 2 0 1 0 -4 0zM-22 -38a2 2 0 1 0 4 0a2 2 0 1 0 -4 0zM2 -45a2 2 0 1 0 4 0a2 2 0 1 0 -4 0z");
        pen.circle(EYE, 40, -71, 1.5).circle(EYE, 53, -66, 1.6);
    }

    static void elephant(Pen pen, Look look) {
        Colour skin = look.or(0x8c919c);
        for (double x : new double[] {-46, -26, 14, 34}) {
            pen.box(x == -46 || x == 14 ? skin.dark(0.22) : skin, x - 9, -42, 19, 42, 4);
            pen.wash(Colour.WHITE, 0.5, "M~ -3h4v3h-4zM~ -3h4v3h-4z", x - 6, x + 2);
        }
        pen.line(skin.dark(0.2), 2.6, "M-57 -64Q-66 -48 -62 -32");
        pen.path(skin, "M-58 -60Q-56 -96 -10 -96Q26 -98 40 -84Q48 -50 38 -34Q0 -24 -48 -34Q-58 -40 -58 -60z");
        pen.path(
                skin,
                "M18 -72Q20 -98 44 -98Q66 -94 66 -68Q68 -40 72 -26Q78 -22 80 -30Q86 -26 80 -18Q70 -12 64 -22Q56 -38 54 -50Q34 -46 18 -72z");
        pen.path(rgb(0xf6f0e0), "M54 -54Q66 -40 78 -42Q68 -36 53 -46z");
        pen.path(skin.dark(0.12), "M16 -90Q36 -96 38 -72Q36 -48 22 -42Q6 -56 16 -90z");
        pen.circle(EYE, 52, -76, 2.4);
    }

    static void giraffe(Pen pen, Look look) {
        Colour coat = look.or(0xe8b85c);
        Colour patch = rgb(0x9a5a2c);
        legs(pen, coat, rgb(0x4a3626), -22, 12, -32, 4.6);
        pen.path(
                coat,
                "M-26 -44Q-22 -50 -4 -50Q6 -54 12 -66L19 -88L20 -97L23 -90L27 -97L27 -90Q35 -86 38 -80Q36 -75 30 -78L25 -79"
                        + "Q20 -56 18 -42Q12 -28 -6 -31Q-22 -28 -26 -44z");
        pen.line(coat, 1.4, "M-26 -42Q-32 -34 -30 -26");
        for (double[] at : new double[][] {
            {-18, -43, 4},
            {-8, -44, 4},
            {-13, -35, 3.4},
            {-2, -37, 4},
            {7, -47, 4},
            {9, -37, 3},
            {14, -58, 3},
            {16, -67, 2.6},
            {19, -76, 2.4},
            {20, -84, 2}
        }) {
            pen.washRound(patch, 0.9, at[0], at[1], at[2], at[2] * 0.85);
        }
        pen.circle(EYE, 28, -85, 1.2);
    }

    static void lion(Pen pen, Look look) {
        boolean tiger = look.called("tiger");
        boolean dark = look.called("panther");
        Colour coat = look.or(tiger ? 0xe88a30 : dark ? 0x2a2830 : 0xd9a650);
        boolean maned = !tiger && !dark && !look.called("leopard", "cheetah");
        pen.line(coat, 5, "M-46 -54Q-68 -50 -62 -76").circle(coat.dark(0.5), -62, -77, 5);
        legs(pen, coat, coat.dark(0.2), -38, 28, -36, 12);
        pen.path(coat, "M-48 -58Q-40 -66 -10 -64Q20 -68 34 -62Q44 -46 32 -32Q0 -24 -38 -30Q-52 -38 -48 -58z");
        if (maned) {
            pen.circle(rgb(0x8a4f24), 42, -68, 31).circle(rgb(0xa8642e), 43, -67, 25);
        }
        pen.circle(coat, 30, -88, 7).circle(coat, 58, -88, 7).circle(coat, 45, -70, 20);
        pen.ellipse(coat.light(0.6), 49, -60, 10, 7.6).path(EYE, "M45 -66h8l-4 5z");
        pen.circle(EYE, 39, -75, 2.3).circle(EYE, 54, -75, 2.3);
        if (tiger) {
            pen.stroke(
                    rgb(0x2a2226),
                    0.95,
                    3,
                    "M-34 -62L-30 -46M-20 -64L-18 -46M-6 -64V-46M8 -65L7 -46M20 -66L18 -50M40 -90L42 -84M50 -90L48 -84M26 -70l7 2M64 -70l-7 2");
        } else if (look.called("leopard", "cheetah")) {
            for (int i = 0; i < 16; i++) {
                pen.washRound(
                        rgb(0x4a3220),
                        0.85,
                        look.dice().between(-42, 24),
                        look.dice().between(-58, -36),
                        2.2,
                        2);
            }
        }
    }

    static void camel(Pen pen, Look look) {
        Colour coat = look.or(look.called("llama", "alpaca") ? 0xece2d0 : 0xc79a5c);
        legs(pen, coat, rgb(0x6a4d30), -32, 20, -40, 7);
        boolean humped = !look.called("llama", "alpaca");
        pen.path(
                coat,
                humped
                        ? "M-42 -56Q-36 -66 -24 -68Q-14 -94 -4 -70Q6 -66 18 -64Q34 -56 38 -74Q38 -92 48 -94L50 -99L54 -94Q66 -90 68 -80Q62 -74 52 -77"
                                + "Q52 -48 34 -42Q10 -34 -10 -38Q-32 -34 -40 -42z"
                        : "M-42 -58Q-30 -66 12 -62Q22 -66 24 -88L24 -100L30 -94L36 -100L37 -92Q50 -88 50 -80Q46 -74 38 -76Q40 -50 32 -42Q10 -32 -32 -36Q-44 -44 -42 -58z");
        pen.circle(EYE, humped ? 54 : 36, -86, 1.8);
        if (humped) {
            pen.path(rgb(0xb03a3a), "M-22 -68Q-10 -54 6 -66L8 -52Q-8 -46 -22 -54z");
        }
    }

    static void dinosaur(Pen pen, Look look) {
        Colour skin = look.or(0x6d9a58);
        legs(pen, skin, skin.dark(0.4), -28, 12, -34, 12);
        pen.path(
                skin,
                "M-72 -8Q-50 -50 -14 -52Q14 -52 24 -66Q28 -96 44 -98Q62 -98 64 -86Q58 -80 46 -82Q42 -54 30 -36Q6 -20 -20 -26"
                        + "Q-50 -26 -72 -8z");
        pen.path(skin.dark(0.3), "M-52 -37l3 -10l8 6l5 -10l8 7l6 -9l7 8l8 -8l6 8z");
        pen.wash(skin.light(0.5), 0.6, "M30 -40Q6 -22 -20 -27Q10 -34 26 -52z");
        pen.circle(EYE, 50, -91, 2);
        pen.stroke(skin.dark(0.5), 0.8, 1.3, "M52 -83Q58 -83 63 -86");
    }
}
