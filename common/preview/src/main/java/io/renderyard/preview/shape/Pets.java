package io.renderyard.preview.shape;

import static io.renderyard.preview.shape.Look.rgb;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Pen;

/** Small animals, sitting or standing. */
final class Pets {
    private static final Colour EYE = rgb(0x15141a);

    private Pets() {}

    static void cat(Pen pen, Look look) {
        Colour fur = look.or(look.dice().of(0xd98a3c, 0x6d6a72, 0x3a353c, 0xe6d5b8));
        pen.line(fur.dark(0.12), 7, "M20 -8Q44 -4 38 -26Q34 -38 40 -44");
        pen.path(fur, "M-22 0Q-28 -34 -14 -56H12Q28 -34 24 0z");
        pen.path(fur.light(0.5), "M-9 -2Q-12 -28 -6 -42H6Q12 -28 9 -2z");
        pen.path(fur, "M-24 -66L-24 -98L-8 -88Q0 -90 8 -88L24 -98L24 -66Q18 -48 0 -47Q-18 -48 -24 -66z");
        pen.path(rgb(0xe9a6a0), "M-21 -80V-92L-13 -86zM21 -80V-92L13 -86z");
        pen.circle(rgb(0xbfe06a), -9, -69, 4.6).circle(rgb(0xbfe06a), 9, -69, 4.6);
        pen.ellipse(EYE, -9, -69, 1.6, 4).ellipse(EYE, 9, -69, 1.6, 4);
        pen.path(rgb(0xe07a80), "M-3 -61h6L0 -57z");
        pen.stroke(fur.dark(0.6), 0.8, 0.9, "M-6 -58L-24 -61M-6 -56L-23 -53M6 -58L24 -61M6 -56L23 -53M0 -57v3");
        pen.path(fur.dark(0.06), "M-14 0Q-15 -9 -8 -9Q-2 -9 -3 0zM3 0Q2 -9 8 -9Q15 -9 14 0z");
    }

    static void dog(Pen pen, Look look) {
        Colour fur = look.or(look.called("husky") ? 0x7f8794 : look.dice().of(0xb9803f, 0x8a5a34, 0xe0c8a0));
        pen.line(fur.dark(0.1), 8, "M-38 -48Q-52 -60 -48 -76");
        for (double x : new double[] {-34, -20, 16, 28}) {
            pen.box(x == -20 || x == 28 ? fur : fur.dark(0.22), x - 5, -34, 10, 34, 4);
        }
        pen.path(fur, "M-42 -52Q-38 -62 -20 -60H18Q36 -58 36 -40Q34 -24 18 -26Q-10 -22 -34 -26Q-46 -32 -42 -52z");
        pen.path(fur, "M14 -58Q12 -94 34 -96Q52 -96 54 -80Q72 -78 70 -68Q66 -60 50 -62Q46 -46 32 -42z");
        pen.path(fur.dark(0.35), "M22 -92Q8 -88 12 -62Q24 -60 28 -84z");
        pen.circle(EYE, 46, -80, 2.6).circle(EYE, 69, -73, 4);
        pen.path(rgb(0xd8402f), "M15 -56Q26 -46 38 -50L37 -44Q24 -40 14 -50z").circle(rgb(0xf0c23a), 28, -42, 3);
    }

    static void fox(Pen pen, Look look) {
        Colour fur = look.or(0xd9702c);
        canine(pen, fur, rgb(0xf8f2e8), rgb(0x3a2a26), true);
    }

    static void wolf(Pen pen, Look look) {
        Colour fur = look.or(0x7f858f);
        canine(pen, fur, rgb(0xdfe2e6), fur.dark(0.4), false);
    }

    private static void canine(Pen pen, Colour fur, Colour pale, Colour sock, boolean brush) {
        if (brush) {
            pen.path(fur.dark(0.08), "M-34 -48Q-58 -62 -66 -38Q-74 -16 -58 -6Q-62 -22 -48 -30Q-36 -34 -30 -40z");
            pen.path(pale, "M-70 -24Q-72 -12 -58 -6Q-62 -18 -56 -24Q-64 -20 -70 -24z");
        } else {
            pen.path(fur.dark(0.14), "M-34 -52Q-56 -48 -62 -20Q-52 -28 -40 -36z");
        }
        for (double x : new double[] {-30, -19, 16, 27}) {
            pen.path(x == -30 || x == 16 ? fur.dark(0.2) : fur, "M~ -34h9l-2 34h-7z", x - 4);
            pen.path(sock, "M~ -13h7l-1 13h-7z", x - 2.8);
        }
        pen.path(
                fur,
                "M-40 -48Q-34 -58 -16 -56Q6 -54 20 -62Q38 -58 36 -40Q30 -26 14 -28Q-10 -24 -30 -28Q-42 -34 -40 -48z");
        pen.path(pale, "M20 -56Q36 -54 36 -40Q30 -28 18 -30Q22 -42 20 -56z");
        pen.path(fur, "M14 -70L14 -99L27 -87Q35 -89 42 -86L52 -98L53 -74Q60 -66 70 -61Q62 -52 48 -52Q24 -50 14 -70z");
        pen.path(pale, "M36 -62Q52 -66 70 -61Q62 -52 48 -52Q32 -50 22 -58Q30 -58 36 -62z");
        pen.path(sock, "M17 -78V-92L24 -85zM50 -82L50 -92L45 -86z");
        pen.circle(EYE, 42, -71, 2.4).circle(EYE, 69, -61, 3);
    }

    static void bear(Pen pen, Look look) {
        if (look.called("teddy", "panda")) {
            panda(pen, look);
            return;
        }
        Colour fur = look.or(look.called("polar") ? 0xf0eee6 : 0x6d4a30);
        for (double x : new double[] {-38, -18, 18, 36}) {
            pen.box(x == -38 || x == 18 ? fur.dark(0.24) : fur, x - 9, -34, 18, 34, 6);
        }
        pen.path(fur, "M-52 -48Q-50 -84 -14 -84Q24 -86 42 -70Q54 -40 34 -24Q0 -16 -40 -22Q-54 -30 -52 -48z");
        pen.circle(fur, 26, -90, 7).circle(fur, 46, -92, 7);
        pen.path(fur, "M14 -70Q16 -94 38 -92Q56 -90 58 -74Q70 -70 67 -60Q60 -52 42 -52Q20 -52 14 -70z");
        pen.path(fur.light(0.35), "M54 -74Q70 -72 67 -60Q60 -54 50 -58Q46 -68 54 -74z");
        pen.circle(EYE, 44, -76, 2.6).ellipse(EYE, 66, -68, 4, 3);
    }

    private static void panda(Pen pen, Look look) {
        boolean panda = look.called("panda");
        Colour fur = look.or(panda ? 0xf5f4ef : 0xb98550);
        Colour limb = panda ? rgb(0x24242a) : fur.dark(0.12);
        pen.ellipse(limb, -28, -10, 16, 11).ellipse(limb, 28, -10, 16, 11);
        pen.ellipse(fur, 0, -28, 30, 29).ellipse(fur.light(0.4), 0, -24, 18, 18);
        pen.ellipse(limb, -28, -38, 9, 17).ellipse(limb, 28, -38, 9, 17);
        pen.circle(limb, -21, -92, 10).circle(limb, 21, -92, 10).ellipse(fur, 0, -74, 29, 25);
        if (panda) {
            pen.ellipse(limb, -12, -76, 7, 9).ellipse(limb, 12, -76, 7, 9);
            pen.circle(Colour.WHITE, -11, -77, 2.6).circle(Colour.WHITE, 11, -77, 2.6);
        } else {
            pen.circle(EYE, -11, -77, 3).circle(EYE, 11, -77, 3);
        }
        pen.ellipse(fur.light(0.5), 0, -65, 10, 8).ellipse(EYE, 0, -68, 4, 3);
    }

    static void rabbit(Pen pen, Look look) {
        Colour fur = look.or(look.dice().of(0xcdb89a, 0xf2efe8, 0xa08468));
        pen.circle(fur.light(0.5), -32, -18, 9);
        pen.path(fur, "M-32 0Q-40 -44 0 -44Q26 -40 28 0z");
        pen.path(fur, "M4 -62Q-8 -98 2 -100Q14 -98 16 -62zM20 -62Q22 -98 32 -96Q40 -90 28 -58z");
        pen.path(rgb(0xf0b0ac), "M8 -64Q0 -90 4 -93Q11 -88 13 -64z");
        pen.ellipse(fur, 20, -50, 19, 17);
        pen.circle(EYE, 27, -53, 3).path(rgb(0xe07a80), "M36 -48h5l-3 4z");
        pen.path(fur.dark(0.1), "M-26 0Q-30 -20 -12 -20Q4 -16 2 0zM12 0Q10 -12 20 -12Q30 -10 30 0z");
    }
}
