package io.renderyard.preview.shape;

import static io.renderyard.preview.shape.Look.rgb;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Pen;

/** People, and what is built like them. Clothes take the colour; skin and hair are the dice's. */
final class People {
    private static final Colour EYE = rgb(0x1c1a22);

    private People() {}

    static void man(Pen pen, Look look) {
        Colour coat = look.or(look.dice().of(0x2f5f8f, 0x8f3f3a, 0x4a6a48, 0x5a4f78));
        Colour skin = skin(look);
        pen.path(rgb(0x333a4c), "M-9 -46L-11 -2H-3L0 -38L4 -2H12L9 -46z")
                .path(rgb(0x2a2226), "M-13 0v-5h10v5zM3 0v-5h11v5z");
        pen.line(coat.dark(0.16), 6, "M-9 -71Q-17 -58 -16 -45M9 -71Q17 -58 16 -45");
        pen.circle(skin, -16, -43, 3).circle(skin, 16, -43, 3);
        pen.path(coat, "M-9 -75Q0 -79 9 -75Q13 -60 11 -38Q0 -34 -11 -38Q-13 -60 -9 -75z");
        pen.box(skin, -3, -81, 6, 7, 2);
        head(pen, look, skin);
        crown(pen, look);
    }

    private static void head(Pen pen, Look look, Colour skin) {
        Colour hair = hair(look);
        pen.circle(skin, 0, -88, 9);
        pen.path(hair, "M-9.6 -87Q-11 -100 0 -100Q11 -100 9.6 -87Q6 -95 0 -94.5Q-6 -95 -9.6 -87z");
        face(pen, -88);
    }

    static void face(Pen pen, double y) {
        pen.circle(EYE, -3, y, 1.1).circle(EYE, 3.4, y, 1.1);
        pen.stroke(rgb(0x8a4038), 0.9, 0.9, "M-2 ~Q0.5 ~ 3 ~", y + 4, y + 5.6, y + 4);
    }

    private static void crown(Pen pen, Look look) {
        if (look.called("king")) {
            pen.path(rgb(0xf0c23a), "M-8 -96L-9 -106L-4 -101L0 -108L4 -101L9 -106L8 -96z");
        } else if (look.called("wizard")) {
            pen.path(look.or(0x4a3fa0), "M-15 -94L2 -122L15 -94Q0 -90 -15 -94z");
            pen.path(rgb(0xeeeef2), "M-7 -84Q0 -62 7 -84Q0 -79 -7 -84z");
        } else if (look.called("knight", "soldier")) {
            pen.path(rgb(0x9aa4b0), "M-10 -84V-92Q-8 -102 0 -102Q8 -102 10 -92V-84L4 -87V-92H-4V-87z");
        } else if (look.called("chef")) {
            pen.path(Colour.WHITE, "M-8 -95V-103Q-16 -110 -6 -113Q0 -119 6 -113Q16 -110 8 -103V-95z");
        } else if (look.called("farmer", "fisherman", "samurai", "hiker", "traveler")) {
            pen.path(rgb(0xd9b46a), "M-16 -94Q-7 -96 -6 -103H6Q7 -96 16 -94Q0 -90 -16 -94z");
        }
    }

    static void woman(Pen pen, Look look) {
        Colour dress = look.or(look.dice().of(0xc8456a, 0x3f8a8f, 0xd0913a, 0x7a55a8));
        Colour skin = skin(look);
        Colour hair = hair(look);
        pen.path(hair, "M-11 -88Q-14 -64 -9 -60H9Q14 -64 11 -88z");
        pen.line(skin, 4, "M-4 -20V-3M4 -20V-3").path(dress.dark(0.4), "M-9 0v-4h7v4zM2 0v-4h7v4z");
        pen.line(skin, 4.4, "M-8 -72Q-16 -60 -14 -46M8 -72Q16 -60 14 -46");
        pen.path(dress, "M-8 -75Q0 -71 8 -75L7 -56Q14 -36 19 -16Q0 -10 -19 -16Q-14 -36 -7 -56z");
        pen.box(skin, -2.6, -81, 5.2, 7, 2).circle(skin, 0, -88, 8.6);
        pen.path(hair, "M-10 -80Q-12 -100 0 -100Q12 -100 10 -80Q8 -92 2 -95Q-6 -92 -10 -80z");
        face(pen, -87.5);
        if (look.called("queen", "princess")) {
            pen.path(rgb(0xf0c23a), "M-7 -97L-8 -106L-3.6 -102L0 -108L3.6 -102L8 -106L7 -97z");
        } else if (look.called("witch")) {
            pen.path(rgb(0x2c2440), "M-17 -94L3 -124L17 -94Q0 -89 -17 -94z");
        }
    }

    static void child(Pen pen, Look look) {
        Colour shirt = look.or(look.dice().of(0xf0b02f, 0x4fa0d8, 0xe06a5a, 0x5fae6a));
        Colour skin = skin(look);
        pen.path(rgb(0x3f5a86), "M-11 -38L-12 -3H-3L0 -28L4 -3H13L11 -38z")
                .path(rgb(0xc0453a), "M-14 0v-5h11v5zM3 0v-5h12v5z");
        pen.line(shirt.dark(0.12), 7, "M-11 -60Q-20 -50 -19 -38M11 -60Q20 -50 22 -66");
        pen.path(shirt, "M-11 -64Q0 -68 11 -64Q14 -48 13 -34Q0 -30 -13 -34Q-14 -48 -11 -64z");
        pen.circle(skin, -19, -36, 3.4).circle(skin, 23, -68, 3.4).circle(skin, 0, -80, 16);
        pen.path(hair(look), "M-17 -79Q-18 -101 0 -101Q18 -101 17 -79Q10 -92 0 -91Q-11 -92 -17 -79z");
        pen.circle(EYE, -5.4, -79, 1.9).circle(EYE, 6, -79, 1.9);
        pen.stroke(rgb(0x8a4038), 0.9, 1.4, "M-4 -72Q0.5 -68 5 -72");
    }

    private static Colour skin(Look look) {
        return rgb(look.dice().of(0xf2cdb0, 0xd9a57c, 0xa06a45, 0x6f4730, 0xe8b995));
    }

    private static Colour hair(Look look) {
        return rgb(look.dice().of(0x2c211e, 0x5a3a24, 0x8f5a2c, 0xd0a050, 0x3a3030));
    }

    static void astronaut(Pen pen, Look look) {
        Colour suit = look.or(0xf0f1f4);
        pen.box(suit.dark(0.28), -17, -66, 34, 32, 5);
        pen.path(suit, "M-13 -36L-16 -2H-4L0 -28L5 -2H17L13 -36z");
        pen.path(rgb(0x8a919e), "M-18 0v-7h14v7zM4 0v-7h15v7z");
        pen.line(suit.dark(0.08), 10, "M-14 -58Q-24 -48 -25 -36M14 -58Q25 -54 28 -68");
        pen.circle(rgb(0xd0502f), -25, -33, 5).circle(rgb(0xd0502f), 29, -71, 5);
        pen.box(suit, -16, -66, 32, 36, 9);
        pen.box(rgb(0x566074), -8, -52, 16, 9, 2)
                .lampRound(rgb(0xff5a4a), -4, -47.5, 1.6)
                .lampRound(rgb(0x6affa0), 1, -47.5, 1.6);
        pen.circle(suit, 0, -80, 19.6).box(rgb(0x1c2a44), -14, -90, 28, 20, 9);
        pen.wash(rgb(0xf6c66a), 0.7, "M-11 -84Q-8 -89 0 -89Q-6 -82 -7 -74Q-12 -76 -11 -84z");
        pen.washRound(Colour.WHITE, 0.6, 8, -84, 2.4, 3);
    }

    static void robot(Pen pen, Look look) {
        Colour metal = look.or(0x8fa3b5);
        pen.line(rgb(0x55606e), 2, "M0 -90V-99").lampRound(rgb(0xff6a4a), 0, -99, 2.8);
        pen.line(metal.dark(0.3), 6, "M-22 -54Q-31 -44 -29 -30M22 -54Q31 -48 30 -34");
        pen.circle(metal, -29, -28, 5).circle(metal, 30, -32, 5);
        pen.box(metal.dark(0.3), -14, -24, 9, 20, 2).box(metal.dark(0.3), 5, -24, 9, 20, 2);
        pen.box(metal, -18, -7, 15, 7, 3).box(metal, 3, -7, 15, 7, 3);
        pen.box(metal, -22, -60, 44, 38, 6).box(metal.light(0.2), -18, -92, 36, 29, 8);
        pen.box(rgb(0x1e2a38), -14, -86, 28, 17, 6);
        pen.lampRound(rgb(0x6af0ff), -6.4, -78, 3.6).lampRound(rgb(0x6af0ff), 6.4, -78, 3.6);
        pen.glow(rgb(0x6af0ff), 0.5, 0, -78, 22, 12);
        pen.box(metal.dark(0.25), -12, -52, 24, 16, 3)
                .lampRound(rgb(0xffd24a), -6, -44, 2.4)
                .lampRound(rgb(0x7aff9a), 1, -44, 2.4);
        pen.stroke(metal.dark(0.5), 0.8, 1.2, "M-12 -30h24M5 -48h5M5 -44h5M5 -40h5");
    }

    static void snowman(Pen pen, Look look) {
        Colour snow = rgb(0xf6f9fc);
        pen.line(rgb(0x5a4030), 2.4, "M-16 -52L-40 -66M-33 -62l-6 2M16 -52L40 -68M34 -64l7 3");
        pen.circle(snow, 0, -23, 25).circle(snow, 0, -55, 18).circle(snow, 0, -79, 13);
        pen.path(look.or(0xc9382f), "M-13 -71Q0 -63 13 -71L14 -66Q10 -63 10 -46L3 -47L4 -62Q-6 -62 -14 -66z");
        pen.box(rgb(0x26262e), -17, -91, 34, 3.4, 1).box(rgb(0x26262e), -10, -103, 20, 13, 1);
        pen.circle(EYE, -4.6, -82, 1.6).circle(EYE, 4.6, -82, 1.6).path(rgb(0xf0842a), "M0 -79.5L13 -76.5L0 -75.5z");
        pen.circle(EYE, 0, -52, 1.6).circle(EYE, 0, -44, 1.6).circle(EYE, 0, -24, 1.8);
    }

    static void ghost(Pen pen, Look look) {
        Colour sheet = look.or(0xf2f4fa);
        pen.glow(rgb(0xbfd4ff), 0.4, 0, -54, 60, 62);
        pen.path(
                sheet,
                "M-32 -6Q-36 -98 0 -100Q36 -98 32 -6Q26 4 20 -4Q14 -12 8 -2Q0 8 -8 -2Q-14 -12 -20 -4Q-26 4 -32 -6z");
        pen.path(EYE, "M-14 -68a5 7 0 1 0 10 0a5 7 0 1 0 -10 0zM5 -68a5 7 0 1 0 10 0a5 7 0 1 0 -10 0z")
                .path(EYE, "M-5 -48a5.4 7 0 1 0 11 0a5.4 7 0 1 0 -11 0z");
    }
}
