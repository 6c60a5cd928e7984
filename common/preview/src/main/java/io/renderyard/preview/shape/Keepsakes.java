package io.renderyard.preview.shape;

import static io.renderyard.preview.shape.Look.rgb;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Digits;
import io.renderyard.preview.ink.Pen;

/** Small things for their own sake. */
final class Keepsakes {
    private static final Colour GOLD = rgb(0xe8b93a);

    private Keepsakes() {}

    static void crown(Pen pen, Look look) {
        Colour metal = look.or(GOLD);
        pen.path(metal, "M-56 -20L-66 -82L-34 -52L0 -98L34 -52L66 -82L56 -20z")
                .box(metal.dark(0.12), -58, -20, 116, 20, 3);
        pen.circle(metal, -66, -84, 7).circle(metal, 66, -84, 7).circle(metal, 0, -96, 7);
        pen.circle(rgb(0xd0304a), 0, -10, 7)
                .circle(rgb(0x2f8fd0), -32, -10, 5.4)
                .circle(rgb(0x2f8fd0), 32, -10, 5.4);
        pen.wash(Colour.WHITE, 0.5, "M-50 -26L-57 -66L-44 -54z");
    }

    static void heart(Pen pen, Look look) {
        Colour red = look.or(0xd8344f);
        pen.path(red, "M0 0Q-56 -42 -55 -70Q-52 -98 -26 -98Q-8 -98 0 -80Q8 -98 26 -98Q52 -98 55 -70Q56 -42 0 0z");
        pen.wash(Colour.WHITE, 0.5, "M-44 -66Q-44 -86 -26 -88Q-36 -80 -36 -62z");
    }

    static void star(Pen pen, Look look) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            double angle = -Math.PI / 2 + i * Math.PI / 5;
            double reach = i % 2 == 0 ? 54 : 24;
            points.append(
                    Digits.path(i == 0 ? "M~ ~" : "L~ ~", reach * Math.cos(angle), -46 + reach * Math.sin(angle)));
        }
        pen.glow(look.or(GOLD), 0.4, 0, -46, 80, 80).path(look.or(GOLD), points + "z");
    }

    static void gem(Pen pen, Look look) {
        Colour stone = look.or(
                look.called("ruby")
                        ? 0xc8203f
                        : look.called("emerald") ? 0x1f9e6a : look.called("sapphire") ? 0x2f5fd0 : 0x7fd4ee);
        pen.glow(stone, 0.45, 0, -50, 90, 80);
        pen.path(stone.light(0.35), "M-34 -98H34L20 -66H-20z")
                .path(stone.light(0.1), "M-34 -98L-60 -66H-20zM34 -98L60 -66H20z");
        pen.path(stone, "M-60 -66H-20L0 0z")
                .path(stone.light(0.2), "M-20 -66H20L0 0z")
                .path(stone.dark(0.25), "M20 -66H60L0 0z");
        pen.wash(Colour.WHITE, 0.85, "M44 -100l3 8l8 3l-8 3l-3 8l-3 -8l-8 -3l8 -3z");
    }

    static void trophy(Pen pen, Look look) {
        Colour metal = look.or(GOLD);
        pen.line(metal.dark(0.1), 5, "M-24 -88Q-44 -88 -40 -68Q-36 -56 -20 -54M24 -88Q44 -88 40 -68Q36 -56 20 -54");
        pen.path(metal, "M-28 -98H28Q28 -50 6 -42L8 -20H-8L-6 -42Q-28 -50 -28 -98z")
                .box(metal.dark(0.2), -17, -22, 34, 7, 2)
                .box(rgb(0x4a3428), -23, -15, 46, 15, 2);
        pen.wash(Colour.WHITE, 0.5, "M-21 -92h6Q-14 -64 -8 -54Q-20 -62 -21 -92z");
    }

    static void shoe(Pen pen, Look look) {
        Colour upper = look.or(0xd8402f);
        pen.path(upper, "M-88 -22L-84 -92Q-62 -82 -44 -96L-10 -62Q30 -48 72 -42Q94 -36 92 -18H-88z");
        pen.path(upper.dark(0.24), "M-88 -22L-86 -62Q-64 -58 -56 -22z")
                .path(rgb(0xf2f2ee), "M-92 -20H94Q98 0 84 0H-86Q-96 -2 -92 -20z");
        pen.wash(Colour.WHITE, 0.9, "M-54 -40Q-10 -24 34 -46Q0 -12 -46 -24z")
                .line(rgb(0xf6f6f2), 3.6, "M-30 -80L-14 -90M-20 -72L-4 -80M-8 -64L8 -70");
    }

    static void ball(Pen pen, Look look) {
        boolean basket = look.called("basket");
        Colour skin = look.or(basket ? 0xe0782c : look.called("foot", "soccer") ? 0xf4f4f0 : 0xd8402f);
        pen.circle(skin, 0, -48, 48);
        if (basket) {
            pen.stroke(rgb(0x3a2418), 0.9, 2.6, "M-48 -48H48M0 -96V0M-34 -82Q-8 -48 -34 -14M34 -82Q8 -48 34 -14");
        } else if (look.called("foot", "soccer")) {
            pen.wash(
                    rgb(0x23252c),
                    0.95,
                    "M0 -66L16 -54L10 -34H-10L-16 -54zM-44 -62L-34 -78L-26 -62L-38 -50zM44 -62L34 -78L26 -62L38 -50zM-24 -12L-12 -20L0 -4zM24 -12L12 -20L4 -4z");
        } else {
            pen.wash(Colour.WHITE, 0.85, "M-20 -92Q-2 -48 -20 -4L4 0Q20 -48 4 -96z");
        }
        pen.washRound(Colour.WHITE, 0.4, -18, -70, 9, 7);
    }

    static void key(Pen pen, Look look) {
        Colour metal = look.or(GOLD);
        pen.line(metal, 13, "M-100 -50a28 28 0 1 0 56 0a28 28 0 1 0 -56 0M-44 -50H100M74 -50v30M94 -50v24");
    }

    static void hat(Pen pen, Look look) {
        Colour felt = look.or(0x4a3f4a);
        boolean high = look.called("top");
        pen.path(felt, high ? "M-40 -16L-36 -98H36L40 -16z" : "M-46 -18Q-42 -90 -20 -92Q0 -80 20 -92Q42 -90 46 -18z");
        pen.path(felt.light(0.5), "M-42 -30H42L46 -16H-46z")
                .path(felt.dark(0.1), "M-84 -16Q0 -30 84 -16Q60 2 0 2Q-60 2 -84 -16z");
    }

    static void glasses(Pen pen, Look look) {
        Colour rim = look.or(0x26262e);
        pen.path(rim, "M-112 -84H-18Q-10 -10 -62 -6Q-112 -10 -112 -84zM112 -84H18Q10 -10 62 -6Q112 -10 112 -84z");
        pen.wash(
                rgb(0x4f86b0),
                0.85,
                "M-102 -74H-28Q-24 -20 -62 -16Q-100 -20 -102 -74zM102 -74H28Q24 -20 62 -16Q100 -20 102 -74z");
        pen.wash(Colour.WHITE, 0.45, "M-94 -68H-76L-90 -34zM36 -68H54L40 -34z").line(rim, 8, "M-20 -72Q0 -86 20 -72");
    }
}
