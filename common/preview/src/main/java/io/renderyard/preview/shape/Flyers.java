package io.renderyard.preview.shape;

import static io.renderyard.preview.shape.Look.rgb;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Pen;

/** What flies and lives. */
final class Flyers {
    private Flyers() {}

    static void bird(Pen pen, Look look) {
        boolean gull = look.called("gull", "dove", "stork", "crane");
        Colour wing = look.or(gull ? 0xf2f4f6 : 0x2e3240);
        double lift = look.dice().between(-30, 26);
        pen.path(wing.dark(0.1), "M6 -44Q~ ~ ~ ~Q~ ~ 22 -44z", 40d, -80 + lift, 104d, -76 + lift, 58d, -58 + lift / 2);
        pen.path(wing, "M10 -46Q~ ~ ~ ~Q~ ~ -10 -44z", -24d, -96 + lift, -104d, -70 + lift, -44d, -62 + lift / 2);
        pen.path(wing, "M-38 -30Q-14 -54 24 -50Q36 -58 44 -50Q38 -32 14 -30Q-10 -26 -38 -30z");
        pen.path(rgb(0xe8a23a), "M43 -52L56 -46L42 -45z");
    }

    static void butterfly(Pen pen, Look look) {
        if (look.called("bee", "ladybug", "ladybird")) {
            bee(pen, look);
            return;
        }
        Colour wing = look.or(look.dice().of(0xf08a2c, 0x4a8fe0, 0xe86aa8, 0xf2cc3a));
        pen.turned(0, -50, look.dice().between(-24, 24));
        for (int side = -1; side <= 1; side += 2) {
            pen.at(0, 0, side, 1);
            pen.path(wing, "M2 -6Q18 -56 52 -46Q66 -16 30 2Q10 8 2 0z");
            pen.path(wing.dark(0.16), "M2 2Q28 2 40 16Q44 40 22 46Q6 36 2 6z");
            pen.wash(Colour.WHITE, 0.7, "M34 -36a5 5 0 1 0 10 0a5 5 0 1 0 -10 0zM24 24a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z");
            pen.stroke(wing.dark(0.6), 0.7, 1.5, "M4 -6Q20 -30 46 -40M4 0Q24 -10 48 -20")
                    .close();
        }
        pen.path(rgb(0x2c2430), "M-3 -18Q0 -26 3 -18L2 34Q0 40 -2 34z");
        pen.line(rgb(0x2c2430), 1.2, "M-1 -20Q-6 -36 -14 -40M1 -20Q6 -36 14 -40")
                .close();
    }

    private static void bee(Pen pen, Look look) {
        boolean beetle = look.called("lady");
        pen.path(rgb(0xdfeaf2), "M-4 -62Q-30 -110 -36 -76Q-30 -58 -4 -58zM8 -62Q20 -110 34 -82Q34 -60 8 -58z");
        pen.path(
                look.or(beetle ? 0xd8342c : 0xf4c12f),
                "M-44 -38Q-40 -66 0 -66Q44 -64 46 -38Q40 -10 0 -10Q-40 -10 -44 -38z");
        pen.wash(
                rgb(0x221c1c),
                0.95,
                beetle
                        ? "M-20 -46a6 6 0 1 0 12 0a6 6 0 1 0 -12 0zM4 -30a6 6 0 1 0 12 0a6 6 0 1 0 -12 0zM8 -54a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z"
                        : "M-22 -62Q-28 -38 -22 -14L-10 -11Q-16 -38 -10 -65zM4 -66Q0 -38 4 -10L16 -12Q12 -38 16 -64z");
        pen.circle(rgb(0x221c1c), 44, -42, 11);
    }

    static void dragon(Pen pen, Look look) {
        Colour skin = look.or(0x4d8a4a);
        Colour web = skin.mix(rgb(0xc9542f), 0.5);
        pen.path(web.dark(0.2), "M8 -50Q20 -92 62 -100Q54 -84 60 -74Q46 -74 44 -60Q32 -62 26 -46z");
        pen.path(
                skin,
                "M-72 -10Q-52 -30 -32 -30Q-18 -56 16 -54Q34 -54 40 -68Q38 -82 54 -84L60 -92L62 -83Q72 -80 80 -70Q70 -64 60 -66"
                        + "Q56 -42 32 -30Q12 -20 -14 -20Q-40 -18 -56 -4Q-60 4 -70 2L-62 -4z");
        pen.path(skin.dark(0.15), "M-8 -24L-12 -4L-22 2H-4L0 -22zM22 -30L24 -8L14 -2H32L32 -34z");
        pen.path(web, "M6 -48Q-14 -92 -64 -98Q-52 -82 -58 -68Q-40 -72 -36 -54Q-24 -62 -16 -44z");
        pen.stroke(skin.dark(0.5), 0.8, 1.8, "M6 -48Q-14 -88 -64 -98M6 -48Q-24 -74 -58 -68M6 -48Q-18 -62 -36 -54");
        pen.wash(rgb(0xe9d59a), 0.75, "M32 -36Q14 -24 -12 -24Q8 -34 30 -42z");
        pen.lampRound(rgb(0xffdf4a), 62, -76, 2);
        pen.path(rgb(0xff8a2a), "M80 -71Q100 -80 112 -62Q102 -66 98 -58Q92 -66 80 -67z");
        pen.glow(rgb(0xff9a3a), 0.7, 100, -66, 26, 18);
    }

    static void owl(Pen pen, Look look) {
        Colour feather = look.or(0x8a6542);
        pen.line(rgb(0x5a4030), 7, "M-46 -4Q0 2 46 -6");
        pen.path(feather, "M-28 -4Q-40 -84 -28 -98Q-16 -90 0 -90Q16 -90 28 -98Q40 -84 28 -4Q0 6 -28 -4z");
        pen.path(feather.light(0.55), "M-17 -8Q-24 -52 0 -54Q24 -52 17 -8Q0 0 -17 -8z");
        pen.stroke(
                feather.dark(0.3),
                0.7,
                1.6,
                "M-9 -38q4 5 8 0M2 -38q4 5 8 0M-12 -26q4 5 8 0M-2 -26q4 5 8 0M-9 -15q4 5 8 0M3 -15q4 5 8 0");
        pen.circle(feather.light(0.75), -12, -70, 13).circle(feather.light(0.75), 12, -70, 13);
        pen.lampRound(rgb(0xf8c53a), -12, -70, 8).lampRound(rgb(0xf8c53a), 12, -70, 8);
        pen.circle(rgb(0x15141a), -12, -70, 4.4).circle(rgb(0x15141a), 12, -70, 4.4);
        pen.path(rgb(0xe09a35), "M-4 -64h8L0 -52z");
        pen.path(feather.dark(0.2), "M-30 -62Q-38 -30 -24 -8Q-20 -40 -30 -62zM30 -62Q38 -30 24 -8Q20 -40 30 -62z");
        pen.line(rgb(0xe09a35), 2.6, "M-10 -4v5M-5 -4v5M6 -4v5M11 -4v5");
    }

    static void penguin(Pen pen, Look look) {
        Colour coat = look.or(0x23283a);
        pen.path(rgb(0xf0a030), "M-20 0Q-8 -10 0 0zM0 0Q10 -10 22 0z");
        pen.path(coat, "M-24 -6Q-34 -60 -20 -82Q0 -112 20 -82Q34 -60 24 -6Q0 4 -24 -6z");
        pen.path(rgb(0xf7f7f4), "M-16 -8Q-24 -52 -10 -66Q0 -84 12 -66Q24 -52 16 -8Q0 0 -16 -8z");
        pen.path(coat.dark(0.2), "M-24 -62Q-44 -38 -34 -22Q-24 -36 -24 -62zM24 -62Q44 -38 34 -22Q24 -36 24 -62z");
        pen.path(rgb(0xf0a030), "M-4 -76L10 -71L-3 -68z");
        pen.circle(rgb(0xf7f7f4), -7, -81, 3.6).circle(rgb(0xf7f7f4), 8, -81, 3.6);
        pen.circle(rgb(0x0e0f14), -6, -81, 2).circle(rgb(0x0e0f14), 9, -81, 2);
    }

    static void hen(Pen pen, Look look) {
        Colour feather = look.or(look.called("parrot") ? 0x2f9f52 : look.called("peacock") ? 0x1f7f9f : 0xe8dcc4);
        pen.line(rgb(0xe0a030), 3, "M-6 -24V0M12 -24V0M-12 0h10M6 0h12");
        pen.path(feather.dark(0.2), "M-30 -40Q-60 -60 -54 -88Q-40 -72 -20 -66z");
        pen.path(feather, "M-40 -66Q-14 -52 12 -66Q10 -96 30 -94Q48 -92 44 -66Q46 -22 4 -20Q-36 -22 -40 -66z");
        pen.path(rgb(0xd8342c), "M18 -90Q16 -104 25 -98Q30 -108 35 -98Q44 -102 40 -88z");
        pen.path(rgb(0xf0a030), "M44 -82L58 -76L44 -72z").path(rgb(0xd8342c), "M42 -71Q48 -58 40 -58Q36 -64 42 -71z");
        pen.path(feather.dark(0.14), "M-24 -52Q0 -50 16 -40Q0 -24 -18 -32z");
        pen.circle(rgb(0x15141a), 36, -80, 2.6);
    }
}
