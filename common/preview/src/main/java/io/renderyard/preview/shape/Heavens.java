package io.renderyard.preview.shape;

import static io.renderyard.preview.shape.Look.rgb;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Defs;
import io.renderyard.preview.ink.Digits;
import io.renderyard.preview.ink.Pen;

/** What hangs beyond the clouds. */
final class Heavens {
    private Heavens() {}

    static void moon(Pen pen, Look look) {
        Colour face = look.or(0xf3efdc);
        pen.glow(face, 0.5, 0, -50, 130, 130);
        if (look.called("crescent")) {
            pen.raw("<path d='M22 -96A50 50 0 1 0 40 -12A40 40 0 1 1 22 -96z' fill='"
                    + pen.treatment().glow(face).hex() + "'/>");
            return;
        }
        pen.lampRound(face, 0, -50, 50);
        Colour crater = pen.treatment().glow(face.dark(0.28));
        for (double[] each :
                new double[][] {{-18, -66, 12}, {16, -40, 15}, {-14, -28, 8}, {22, -74, 7}, {-34, -46, 6}}) {
            pen.raw("<circle cx='" + Digits.of(each[0]) + "' cy='" + Digits.of(each[1]) + "' r='" + Digits.of(each[2])
                    + "' fill='" + crater.hex() + "' fill-opacity='.5'/>");
        }
    }

    static void sun(Pen pen, Look look) {
        Colour face = look.or(0xffe27a);
        pen.glow(face, 0.75, 0, -50, 190, 190);
        pen.lampRound(face.light(0.3), 0, -50, 42);
    }

    static void planet(Pen pen, Look look) {
        Colour face = look.or(
                look.called("mars")
                        ? rgb(0xc1562f)
                        : look.called("earth", "globe")
                                ? rgb(0x2f7fc8)
                                : rgb(look.dice().of(0xd9a866, 0x6fa8c9, 0xb07fc4, 0xc9745a)));
        boolean ringed = !look.called("mars", "earth", "globe");
        pen.glow(face.light(0.2), 0.3, 0, -50, 84, 84);
        pen.circle(face, 0, -50, 44);
        String clip = pen.defs().use("disc", id -> "<clipPath id='" + id + "'><circle cy='-50' r='44'/></clipPath>");
        pen.open("clip-path='" + clip + "'");
        if (look.called("earth", "globe")) {
            pen.wash(
                    rgb(0x4fa35a),
                    0.95,
                    "M-40 -74Q-20 -94 0 -84Q6 -70 -10 -64Q-4 -48 -20 -40Q-36 -50 -40 -74zM10 -60Q30 -76 50 -60"
                            + "V-30Q30 -20 20 -34Q8 -40 10 -60zM-16 -26Q4 -34 10 -20Q4 -4 -8 -4z");
            pen.wash(
                    Colour.WHITE,
                    0.6,
                    "M-44 -62Q-10 -70 20 -60Q-10 -60 -44 -54zM-10 -84Q20 -92 44 -78Q20 -82 -10 -78z");
        } else {
            for (int i = 0; i < 6; i++) {
                double y = -92 + i * 15 + look.dice().between(-3, 3);
                pen.wash(
                        i % 2 == 0 ? face.light(0.35) : face.dark(0.3),
                        0.5,
                        "M-50 ~Q0 ~ 50 ~v~Q0 ~ -50 ~z",
                        y,
                        y + 9,
                        y - 2,
                        6d,
                        y + 17,
                        y + 6);
            }
        }
        pen.raw("<circle cy='-50' r='46' fill='" + shadow(pen) + "'/>").close();
        if (ringed) {
            Colour ring = face.light(0.5);
            pen.turned(0, -50, -16);
            pen.stroke(ring, 0.9, 5, "M-42 -6A74 15 0 1 0 42 -6");
            pen.stroke(ring.dark(0.3), 0.8, 2, "M-42 -1A66 12 0 1 0 42 -1").close();
        }
    }

    private static String shadow(Pen pen) {
        return pen.defs()
                .use(
                        "terminator",
                        id -> "<radialGradient id='" + id + "' cx='.32' cy='.3' r='.85'>"
                                + Defs.stop(0, Colour.WHITE, 0.3) + Defs.stop(0.35, Colour.BLACK, 0)
                                + Defs.stop(1, Colour.BLACK, 0.85)
                                + "</radialGradient>");
    }

    static void comet(Pen pen, Look look) {
        Colour core = look.or(0xeaf6ff);
        Colour lit = pen.treatment().glow(core);
        String tail = pen.defs()
                .use(
                        "tail" + lit.hex(),
                        id -> "<linearGradient id='" + id + "' x1='1' y1='1' x2='0' y2='0'>" + Defs.stop(0, lit, 0.9)
                                + Defs.stop(1, lit, 0) + "</linearGradient>");
        pen.raw("<path d='M70 -2Q84 -14 68 -24L-90 -108z' fill='" + tail + "'/>");
        pen.glow(core, 0.9, 70, -12, 34, 34).lampRound(core, 70, -12, 10);
    }
}
