package io.renderyard.preview.shape;

import static io.renderyard.preview.shape.Look.rgb;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Pen;

/** What stands on a table to be used. */
final class Tableware {
    private Tableware() {}

    static void cup(Pen pen, Look look) {
        Colour china = look.or(0xf4f1ea);
        boolean tea = look.called("tea");
        pen.ellipse(china.dark(0.1), -4, -4, 58, 8).ellipse(china.light(0.1), -4, -6, 50, 6);
        pen.line(china.dark(0.06), 7, "M34 -58Q58 -60 54 -38Q48 -22 26 -26");
        pen.path(china, "M-42 -68H36Q36 -24 18 -6H-24Q-42 -24 -42 -68z");
        pen.ellipse(china.light(0.2), -3, -68, 39, 9).ellipse(tea ? rgb(0xb5652c) : rgb(0x4a2c1c), -3, -67, 34, 6.8);
        pen.stroke(tea ? rgb(0xe8a868) : rgb(0xc79a6a), 0.9, 2, "M-18 -67Q-4 -71 10 -66");
        pen.wash(Colour.WHITE, 0.5, "M-35 -56Q-34 -30 -22 -14Q-26 -34 -26 -58z");
        for (int i = -1; i <= 1; i++) {
            double sway = look.dice().between(5, 9);
            pen.stroke(
                    Colour.WHITE,
                    0.42,
                    3.6,
                    "M~ -80Q~ -90 ~ -100T~ -122",
                    -3 + i * 14d,
                    -3 + i * 14 - sway,
                    -3 + i * 14d,
                    -3 + i * 14 + sway);
        }
    }

    static void book(Pen pen, Look look) {
        Colour cover = look.or(0x8f3a35);
        pen.path(cover, "M-98 -24Q-50 -40 0 -18Q50 -40 98 -24L104 2Q50 -10 0 8Q-50 -10 -104 2z");
        pen.path(rgb(0xf6efdd), "M0 -24Q-44 -66 -92 -42L-96 -8Q-46 -24 0 0z");
        pen.path(rgb(0xeee4cc), "M0 -24Q44 -66 92 -42L96 -8Q46 -24 0 0z");
        for (int i = 0; i < 5; i++) {
            double y = i * 6.4;
            pen.stroke(
                    rgb(0x8a8172),
                    0.75,
                    1.4,
                    "M-84 ~Q-48 ~ -10 ~M84 ~Q48 ~ 10 ~",
                    -37 + y,
                    -52 + y,
                    -24 + y * 0.8,
                    -37 + y,
                    -52 + y,
                    -24 + y * 0.8);
        }
        pen.path(rgb(0xd0402f), "M28 -46l8 -2l4 46l-5 -4l-5 5z");
    }

    static void lamp(Pen pen, Look look) {
        Colour shade = look.or(0xe3b25a);
        pen.glow(rgb(0xffdf9a), 0.8, 0, -52, 84, 72);
        pen.ellipse(rgb(0x5a4a40), 0, -3, 21, 4.6).line(rgb(0x6b574a), 4, "M0 -4V-62");
        pen.path(shade, "M-30 -54L-17 -98H17L30 -54Q0 -48 -30 -54z")
                .wash(rgb(0xfff6d0), 0.7, "M-20 -56L-10 -94H6L12 -54Q-4 -51 -20 -56z");
    }

    static void candle(Pen pen, Look look) {
        pen.glow(rgb(0xffc86a), 0.85, 0, -84, 66, 62);
        pen.ellipse(rgb(0xb58a4a), 0, -3, 17, 4);
        pen.path(look.or(0xf4ead2), "M-9 -3V-68Q-4 -64 0 -67Q5 -72 9 -67V-3z")
                .wash(Colour.WHITE, 0.5, "M-6 -60h3v54h-3z");
        pen.line(rgb(0x33291f), 1.2, "M0 -68V-75")
                .path(rgb(0xffa83a), "M0 -100Q-10 -82 0 -73Q10 -82 0 -100z")
                .lampRound(rgb(0xfff3bf), 0, -80, 3);
    }

    static void bottle(Pen pen, Look look) {
        Colour glass = look.or(look.called("perfume", "potion") ? 0xb55fc0 : 0x2f6b4a);
        pen.box(rgb(0x8a5a34), -4, -100, 8, 8, 1.6);
        pen.path(glass, "M-4.6 -93H4.6V-72Q14 -66 14 -54V-5Q14 0 9 0H-9Q-14 0 -14 -5V-54Q-14 -66 -4.6 -72z");
        pen.box(rgb(0xf1e6cc), -14, -42, 28, 24, 0).stroke(rgb(0x8a3a35), 0.9, 1.4, "M-9 -35H9M-6 -30H6M-8 -25H8");
        pen.wash(Colour.WHITE, 0.45, "M-10 -56Q-9 -64 -5 -67V-46H-10z");
    }

    static void glass(Pen pen, Look look) {
        Colour drink = look.or(look.called("beer", "juice", "lemonade", "champagne") ? 0xf0b83a : 0xb0304a);
        boolean stemmed = look.called("wine", "cocktail", "champagne");
        if (stemmed) {
            pen.ellipse(rgb(0xd5e2ea), 0, -2, 18, 3.6).line(rgb(0xd5e2ea), 2.6, "M0 -3V-44");
            pen.path(drink, "M-20 -76Q-18 -44 0 -43Q18 -44 20 -76z");
            pen.wash(Colour.WHITE, 0.4, "M-22 -98H22Q24 -44 0 -42Q-24 -44 -22 -98z")
                    .wash(Colour.WHITE, 0.6, "M-17 -92h4q-3 24 2 38q-9 -14 -6 -38z");
        } else {
            pen.path(drink, "M-18 -76L-14 -3H14L18 -76z")
                    .wash(Colour.WHITE, 0.36, "M-21 -98H21L16 0H-16z")
                    .wash(Colour.WHITE, 0.6, "M-16 -90h4l3 80h-3z");
            pen.ellipse(drink.light(0.5), 0, -76, 18, 3.4)
                    .line(rgb(0xe86a5a), 2.6, "M4 -60L16 -108")
                    .circle(rgb(0xf4d83a), -18, -96, 9);
        }
    }

    static void clock(Pen pen, Look look) {
        Colour body = look.or(0xc8453a);
        pen.line(rgb(0x6a6f78), 5, "M-26 -12L-34 0M26 -12L34 0");
        pen.path(rgb(0xd9b15a), "M-38 -78Q-40 -98 -18 -96zM38 -78Q40 -98 18 -96z")
                .line(rgb(0x6a6f78), 4, "M0 -88V-98M-7 -98H7");
        pen.circle(body, 0, -46, 43).circle(rgb(0xfaf6ea), 0, -46, 34);
        for (int i = 0; i < 12; i++) {
            pen.turned(0, -46, i * 30)
                    .stroke(rgb(0x33363f), 0.9, i % 3 == 0 ? 3 : 1.4, "M0 -30V-25")
                    .close();
        }
        pen.line(rgb(0x26262e), 3.4, "M0 -46L-12 -58")
                .line(rgb(0x26262e), 2.4, "M0 -46L14 -66")
                .circle(body, 0, -46, 3.4);
    }

    static void gift(Pen pen, Look look) {
        Colour paper = look.or(0xc8354a);
        Colour ribbon = rgb(0xf4d06a);
        pen.box(paper, -44, -62, 88, 62, 2)
                .box(paper.light(0.12), -50, -78, 100, 19, 2)
                .box(ribbon, -8, -78, 16, 78, 0);
        pen.path(ribbon, "M0 -78Q-36 -112 -34 -86Q-26 -76 0 -78zM0 -78Q36 -112 34 -86Q26 -76 0 -78z")
                .circle(ribbon.dark(0.1), 0, -79, 6);
    }
}
