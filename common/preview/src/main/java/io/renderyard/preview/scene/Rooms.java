package io.renderyard.preview.scene;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Defs;
import io.renderyard.preview.ink.Dice;
import io.renderyard.preview.ink.Digits;
import io.renderyard.preview.ink.Pen;
import io.renderyard.preview.words.Hour;
import io.renderyard.preview.words.Scene;

/** A wall with a window, and a table or a floor before it. */
final class Rooms {
    private Rooms() {}

    static void wall(Stage stage) {
        Pen pen = stage.pen().air(stage.light().tint(), stage.light().share() * 0.8);
        Dice dice = stage.dice().fork("wall");
        Colour paint = Colour.of(dice.of(0xd9c9b4, 0xb9c8c2, 0xcbb9b0, 0xa9b7c4));
        Colour asked = stage.reading().backdrop();
        if (asked != null) {
            paint = asked;
        } else if (stage.light().dark()) {
            paint = paint.dark(0.45);
        }
        Ridge.land(
                stage,
                pen,
                Digits.path("M-30 -30H~V~H-30z", stage.width() + 30, stage.horizon() + 4),
                paint.dark(0.12),
                paint.light(0.1));
        double wide = stage.unit(stage.frame().wide() ? 0.56 : 0.46);
        double tall = Math.min(stage.unit(0.5), stage.horizon() * 0.72);
        double x = stage.side(stage.frame().tall() ? 0.5 : 0.72) - wide / 2;
        double y = stage.horizon() * 0.1;
        window(stage, x, y, wide, tall);
        if (!stage.sparse()) {
            decorate(stage, pen, paint, stage.side(stage.frame().tall() ? 0.12 : 0.2), y);
        }
    }

    private static void window(Stage stage, double x, double y, double wide, double tall) {
        Pen pen = stage.pen();
        Light light = stage.light();
        String clip = pen.defs()
                .use(
                        "pane",
                        id -> "<clipPath id='" + id + "'><rect width='" + Digits.of(wide) + "' height='"
                                + Digits.of(tall) + "'/></clipPath>");
        pen.at(x, y, 1, 1).open("clip-path='" + clip + "'");
        pen.raw("<rect width='" + Digits.of(wide) + "' height='" + Digits.of(tall) + "' fill='"
                + pen.defs()
                        .falling(
                                Defs.stop(0, pen.treatment().tone(light.top().mix(light.middle(), 0.6))),
                                Defs.stop(1, pen.treatment().tone(light.low())))
                + "'/>");
        if (stage.reading().hour() == Hour.NIGHT) {
            pen.lampRound(light.sun(), wide * 0.74, tall * 0.24, wide * 0.06)
                    .glow(light.sun(), 0.5, wide * 0.74, tall * 0.24, wide * 0.3, wide * 0.3);
        } else {
            pen.glow(light.sun(), 0.9, wide * 0.7, tall * 0.3, wide * 0.7, tall * 0.7);
        }
        pen.wash(
                Colour.of(0x7fa08a),
                0.75,
                "M0 ~Q~ ~ ~ ~T~ ~V~H0z",
                tall * 0.8,
                wide * 0.25,
                tall * 0.62,
                wide * 0.5,
                tall * 0.76,
                wide,
                tall * 0.7,
                tall,
                0d);
        pen.wash(
                Colour.of(0x55805f),
                0.9,
                "M0 ~Q~ ~ ~ ~V~H0z",
                tall * 0.9,
                wide * 0.5,
                tall * 0.74,
                wide,
                tall * 0.92,
                tall);
        pen.close();
        double bar = stage.unit(0.014);
        Colour frame = Colour.of(0xf4efe6);
        pen.box(frame, -bar, -bar, wide + 2 * bar, bar, 0)
                .box(frame, -bar, tall, wide + 2 * bar, bar, 0)
                .box(frame, -bar, 0, bar, tall, 0)
                .box(frame, wide, 0, bar, tall, 0);
        pen.box(frame, wide / 2 - bar * 0.35, 0, bar * 0.7, tall, 0)
                .box(frame, 0, tall * 0.42, wide, bar * 0.7, 0)
                .box(frame.dark(0.08), -bar * 2.4, tall + bar, wide + bar * 4.8, bar * 1.1, 2);
        pen.close();
    }

    private static void decorate(Stage stage, Pen pen, Colour paint, double x, double y) {
        double size = stage.unit(0.13);
        pen.box(Colour.of(0x6d5138), x - size / 2, y + size * 0.3, size, size * 1.25, 2);
        pen.box(Colour.of(0xf2eada), x - size * 0.42, y + size * 0.38, size * 0.84, size * 1.09, 0);
        pen.wash(
                Colour.of(0xd98f5a),
                0.9,
                "M~ ~l~ ~l~ ~z",
                x - size * 0.34,
                y + size * 1.34,
                size * 0.3,
                -size * 0.5,
                size * 0.38,
                size * 0.5);
        pen.washRound(Colour.of(0xe3b23c), 0.9, x + size * 0.14, y + size * 0.68, size * 0.1, size * 0.1);
        pen.wash(
                paint.dark(0.3),
                0.25,
                "M0 ~H~v~H0z",
                stage.horizon() - stage.unit(0.03),
                stage.width(),
                stage.unit(0.006));
    }

    static void front(Stage stage) {
        Pen pen = stage.pen().air(stage.light().tint(), stage.light().share() * 0.8);
        boolean table = stage.reading().scene() == Scene.TABLE;
        Colour asked = stage.reading().ground();
        Colour wood = asked == null ? Colour.of(table ? 0x9a6a40 : 0xb08a60) : asked;
        if (stage.light().dark()) {
            wood = wood.dark(0.3);
        }
        double y = stage.horizon();
        Ridge.land(
                stage,
                pen,
                Digits.path("M-30 ~H~V~H-30z", y, stage.width() + 30, stage.height() + 30),
                wood.light(0.2),
                wood.dark(0.3));
        if (stage.sparse()) {
            return;
        }
        Dice dice = stage.dice().fork("boards");
        double middle = stage.width() / 2;
        for (int i = -7; i <= 7; i++) {
            double top = middle + i * stage.width() * 0.09;
            double low = middle + i * stage.width() * 0.2;
            pen.stroke(wood.dark(0.55), 0.45, stage.unit(0.0026), "M~ ~L~ ~", top, y, low, stage.height() + 30);
            for (int grain = 0; grain < 3; grain++) {
                double off = dice.between(0.1, 0.9);
                double from = dice.between(0, 0.6);
                pen.stroke(
                        wood.dark(0.4),
                        0.25,
                        stage.unit(0.0018),
                        "M~ ~L~ ~",
                        top + off * stage.width() * (0.09 + 0.11 * from),
                        y + (stage.height() - y) * from,
                        top + i * stage.width() * 0.11 * 0.3 + off * stage.width() * (0.12 + 0.11 * from),
                        y + (stage.height() - y) * Math.min(1, from + 0.3));
            }
        }
        if (table) {
            pen.wash(Colour.WHITE, 0.3, "M-30 ~H~v~H-30z", y, stage.width() + 30, stage.unit(0.006));
        }
        beam(stage, y);
    }

    /** What falls in through the window. */
    private static void beam(Stage stage, double y) {
        Colour sun = stage.reading().hour() == Hour.NIGHT
                ? Colour.of(0x9ab4ff)
                : stage.light().sun().mix(Colour.of(0xffd28a), 0.3);
        double opacity = stage.light().dark() ? 0.12 : 0.3;
        double far = stage.side(0.62);
        double near = stage.side(0.2);
        double wide = stage.width() * 0.13;
        for (int i = 0; i < 2; i++) {
            double shift = (i * 1.25 - 0.3) * wide * (stage.left() ? 1 : -1);
            stage.pen()
                    .wash(
                            sun,
                            opacity,
                            "M~ ~H~L~ ~H~z",
                            far + shift,
                            y,
                            far + shift + wide,
                            near + shift * 1.5 + wide * 1.5,
                            stage.height(),
                            near + shift * 1.5);
        }
    }
}
