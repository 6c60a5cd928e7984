package io.renderyard.preview.shape;

import static io.renderyard.preview.shape.Look.rgb;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Pen;

/** Houses of all sizes. */
final class Buildings {
    private static final Colour LIT = rgb(0xffd777);
    private static final Colour PANE = rgb(0x4a6478);
    private static final Colour SNOW = rgb(0xf2f6fb);

    private Buildings() {}

    static void window(Pen pen, Look look, double x, double y, double width, double height) {
        if (look.dark()) {
            pen.lamp(LIT, x, y, width, height, 0.6);
            pen.glow(LIT, 0.4, x + width / 2, y + height / 2, width * 2, height * 1.7);
        } else {
            pen.box(PANE, x, y, width, height, 0.6);
            pen.wash(Colour.WHITE, 0.35, "M~ ~h~l~ ~z", x, y, width * 0.7, -width * 0.7, height * 0.6);
        }
    }

    static void lighthouse(Pen pen, Look look) {
        Colour band = look.or(0xc8352d);
        Colour wall = look.asked() == null ? rgb(0xf4efe4) : look.asked().light(0.82);
        pen.path(rgb(0x7c7468), "M-21 0L-17 -6H17L21 0z");
        pen.path(wall, "M-14 -6L-8.5 -72H8.5L14 -6z");
        pen.path(band, "M-12.9 -19L-11.8 -32H11.8L12.9 -19z");
        pen.path(band, "M-10.8 -45L-9.7 -58H9.7L10.8 -45z");
        window(pen, look, -2, -41, 4, 6);
        window(pen, look, -2, -66, 4, 5);
        pen.path(rgb(0x4a3a34), "M-3.4 -6v-7a3.4 3.4 0 0 1 6.8 0v7z");
        pen.box(rgb(0x33363f), -12, -75, 24, 3.4, 1);
        pen.line(rgb(0x33363f), 0.8, "M-11 -75v-5M11 -75v-5M-11 -80H11M-6 -75v-5M6 -75v-5");
        pen.box(look.dark() ? rgb(0xfff0b0) : rgb(0xbfd6de), -5.6, -88, 11.2, 13, 0.8);
        pen.path(band, "M-8 -88Q0 -99 8 -88z");
        pen.circle(band, 0, -96, 1.6);
        pen.lampRound(rgb(0xfff4c2), 0, -81.5, 3.4);
        if (look.dark()) {
            pen.glow(rgb(0xffe9a0), 0.9, 0, -81.5, 46, 34);
            pen.raw("<g class='beam'>");
            pen.raw("<path d='M0 -82L-230 -128L-236 -92z' fill='" + beam(pen, true) + "'/>");
            pen.raw("<path d='M0 -82L230 -72L224 -36z' fill='" + beam(pen, false) + "'/>")
                    .close();
        }
    }

    private static String beam(Pen pen, boolean left) {
        Colour light = pen.treatment().glow(rgb(0xfff0bb));
        return pen.defs()
                .use(
                        "beam" + left,
                        id -> "<linearGradient id='" + id + "'><stop offset='" + (left ? 1 : 0)
                                + "' stop-color='" + light.hex() + "' stop-opacity='.62'/><stop offset='"
                                + (left ? 0 : 1)
                                + "' stop-color='" + light.hex() + "' stop-opacity='0'/></linearGradient>");
    }

    static void house(Pen pen, Look look) {
        boolean barn = look.called("barn", "farm");
        Colour wall = look.or(barn ? 0xb03a2e : look.dice().of(0xefe2c6, 0xe8c9a0, 0xdfe6e2, 0xf0d9cd));
        Colour roof =
                look.snowy() ? SNOW : barn ? rgb(0x5d4a44) : rgb(look.dice().of(0xa5452f, 0x7a4a3a, 0x55606e));
        pen.box(rgb(0x7d5145), 20, -92, 10, 28, 0);
        pen.box(wall, -44, -54, 88, 54, 0);
        pen.path(wall.dark(0.06), "M-44 -54L0 -92L44 -54z");
        pen.path(roof, "M-54 -50L0 -98L54 -50L47 -46L0 -86L-47 -46z");
        pen.path(rgb(0x6a4630), "M-9 0v-30h18v30z");
        pen.circle(rgb(0xe0b85a), 5, -14, 1.3);
        for (double x : new double[] {-34, 17}) {
            window(pen, look, x, -40, 17, 17);
            pen.line(Colour.WHITE, 1.4, "M~ -40v17M~ -31.5h17", x + 8.5, x);
        }
        window(pen, look, -5.5, -70, 11, 11);
        if (look.dark() || look.snowy()) {
            pen.washRound(rgb(0xd9dce4), 0.35, 28, -102, 6, 4);
            pen.washRound(rgb(0xd9dce4), 0.25, 34, -112, 9, 5);
        }
    }

    static void cabin(Pen pen, Look look) {
        Colour wood = look.or(0x8a5a34);
        pen.box(rgb(0x6f6a66), -42, -96, 13, 40, 0);
        pen.box(wood, -52, -48, 104, 48, 0);
        for (int row = 0; row < 5; row++) {
            pen.stroke(wood.dark(0.4), 0.7, 1.2, "M-52 ~H52", -9.6 * row - 2);
        }
        pen.path(wood.dark(0.12), "M-52 -48L0 -86L52 -48z");
        pen.path(look.snowy() ? SNOW : rgb(0x4b3a33), "M-64 -42L0 -93L64 -42L57 -38L0 -82L-57 -38z");
        pen.path(rgb(0x4a2f1e), "M-12 0v-33h21v33z");
        window(pen, look, -43, -36, 20, 17);
        window(pen, look, 22, -36, 20, 17);
        pen.line(rgb(0x4a2f1e), 1.4, "M-33 -36v17M32 -36v17");
        window(pen, look, -6, -68, 12, 10);
    }

    static void church(Pen pen, Look look) {
        Colour wall = look.or(0xe9dfcf);
        Colour roof = look.snowy() ? SNOW : rgb(0x6a4a52);
        pen.box(wall, -14, -38, 54, 38, 0);
        pen.path(roof, "M-16 -36L-4 -54H34L44 -36z");
        pen.box(wall.dark(0.05), -40, -58, 28, 58, 0);
        pen.path(roof, "M-43 -57L-26 -92L-9 -57z");
        pen.line(rgb(0xe0b85a), 1.6, "M-26 -92v-8M-29 -97h6");
        pen.path(rgb(0x5a3d2c), "M-32 0v-16a6 6 0 0 1 12 0v16z");
        window(pen, look, -29, -48, 6, 11);
        for (double x : new double[] {-4, 10, 24}) {
            window(pen, look, x, -27, 6.5, 15);
        }
    }

    static void tower(Pen pen, Look look) {
        Colour stone = look.or(0xa79a8a);
        pen.path(stone, "M-14 0L-11 -74H11L14 0z");
        pen.path(stone.dark(0.08), "M-15 -74h30v-12h-5v4h-5v-4h-4v4h-4v-4h-5v4h-4v-4h-3z");
        pen.path(rgb(0x7a3f3a), "M-12 -84L0 -100L12 -84z");
        window(pen, look, -2.5, -62, 5, 9);
        window(pen, look, -2.5, -38, 5, 9);
        pen.path(rgb(0x4a3426), "M-5 0v-11a5 5 0 0 1 10 0v11z");
        pen.stroke(stone.dark(0.4), 0.4, 0.8, "M-9 -20h6M4 -28h6M-8 -52h5M3 -50h5M-9 -10h4");
    }

    static void skyscraper(Pen pen, Look look) {
        Colour wall = look.or(look.dice().of(0x4e6a86, 0x5a5f78, 0x3f6f7a, 0x705c6e));
        pen.path(wall, "M-14 0V-84L-8 -90V-94H8V-90L14 -84V0z");
        pen.line(wall, 1.2, "M0 -94v-6");
        for (int row = 0; row < 14; row++) {
            for (int column = 0; column < 4; column++) {
                double x = -11 + column * 6;
                double y = -81 + row * 5.6;
                if (look.dark() && look.dice().chance(0.6)) {
                    pen.lamp(look.dice().chance(0.85) ? LIT : rgb(0x9fe8ff), x, y, 4, 3.2, 0);
                } else {
                    pen.wash(look.dark() ? rgb(0x151a2e) : rgb(0xcfe6f2), 0.55, "M~ ~h4v3.2h-4z", x, y);
                }
            }
        }
    }

    static void temple(Pen pen, Look look) {
        Colour roof = look.snowy() ? SNOW : look.or(0xa8352c);
        Colour wall = rgb(0xe9d9b8);
        pen.box(rgb(0x8f8a84), -46, -7, 92, 7, 1);
        double y = -7;
        double half = 34;
        for (int floor = 0; floor < 3; floor++) {
            double height = 17 - floor * 2;
            pen.box(wall, -half * 0.76, y - height, half * 1.52, height, 0);
            for (double x = -half * 0.6; x < half * 0.6; x += half * 0.42) {
                window(pen, look, x, y - height + 4, half * 0.22, height - 6);
            }
            pen.path(
                    roof,
                    "M~ ~Q~ ~ ~ ~H~Q~ ~ ~ ~Q0 ~ ~ ~z",
                    -half * 1.36,
                    y - height - 1,
                    -half * 0.86,
                    y - height - 4,
                    -half * 0.6,
                    y - height - 12,
                    half * 0.6,
                    half * 0.86,
                    y - height - 4,
                    half * 1.36,
                    y - height - 1,
                    y - height + 4,
                    -half * 1.36,
                    y - height - 1);
            y -= height + 11;
            half *= 0.76;
        }
        pen.line(rgb(0xe0b85a), 1.8, "M0 ~V-100", y + 2);
    }
}
