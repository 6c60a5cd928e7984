package io.renderyard.preview.scene;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Dice;
import io.renderyard.preview.ink.Digits;
import io.renderyard.preview.ink.Pen;
import io.renderyard.preview.words.Mood;

/** A plain sweep of paper under a lamp; and, where the words name nothing, waves and discs in the colours of their hash. */
final class Studio {
    private Studio() {}

    static void backdrop(Stage stage) {
        Colour behind = stage.reading().backdrop();
        Colour asked = behind == null ? stage.reading().ground() : behind;
        // A colour that was asked for is to be known again, even under the lamps of the night.
        Pen pen = asked == null
                ? stage.near()
                : stage.pen().air(stage.light().tint(), stage.light().share() * 0.3);
        double gleam = asked == null ? 0.7 : 0.28;
        Dice dice = stage.dice().fork("paper");
        double hue = dice.of(28d, 205d, 165d, 340d, 262d, 45d) + dice.between(-10, 10);
        Colour paper =
                asked == null ? stage.light().dark() ? Colour.hsl(hue, 0.3, 0.3) : Colour.hsl(hue, 0.42, 0.8) : asked;
        Ridge.land(
                stage,
                pen,
                Digits.path("M-30 -30H~V~H-30z", stage.width() + 30, stage.height() + 30),
                paper.light(0.1),
                paper.dark(0.12));
        if (asked != null && stage.light().dark()) {
            pen.glow(paper, 0.9, stage.width() / 2, stage.height() * 0.5, stage.width() * 0.9, stage.height() * 0.8);
        }
        pen.glow(paper.light(gleam), 0.8, stage.width() / 2, stage.height() * 0.44, stage.unit(0.75), stage.unit(0.66));
        Ridge.land(
                stage,
                pen,
                Digits.path(
                        "M-30 ~Q~ ~ ~ ~V~H-30z",
                        stage.height() * 0.69,
                        stage.width() / 2,
                        stage.height() * 0.65,
                        stage.width() + 30,
                        stage.height() * 0.69,
                        stage.height() + 30),
                paper.dark(0.06),
                paper.dark(0.2));
        pen.shade(
                paper.light(gleam * 0.85),
                0.55,
                stage.width() / 2,
                stage.height() * 0.82,
                stage.unit(0.55),
                stage.unit(0.12));
    }

    static void waves(Stage stage) {
        Pen pen = stage.near();
        Dice dice = stage.dice().fork("waves");
        Mood mood = stage.reading().mood();
        double hue = mood == Mood.WARM ? 24 : mood == Mood.COLD ? 205 : dice.between(0, 360);
        double strong = mood == Mood.PASTEL ? 0.45 : mood == Mood.NEON ? 0.95 : 0.62;
        double bright = mood == Mood.DARK || stage.light().dark() ? -0.16 : 0;
        Colour[] tones = new Colour[6];
        for (int i = 0; i < tones.length; i++) {
            tones[i] = Colour.hsl(hue + i * dice.between(18, 30) - 50, strong, 0.78 - i * 0.11 + bright);
        }
        Ridge.land(
                stage,
                pen,
                Digits.path("M-30 -30H~V~H-30z", stage.width() + 30, stage.height() + 30),
                tones[0].light(0.3),
                tones[1]);
        Colour accent = Colour.hsl(hue + 180, strong, 0.6);
        double x = stage.side(0.64);
        double y = stage.height() * dice.between(0.26, 0.36);
        pen.glow(accent.light(0.4), 0.8, x, y, stage.unit(0.5), stage.unit(0.5));
        pen.circle(accent, x, y, stage.unit(0.15));
        for (int i = 0; i < (stage.sparse() ? 1 : 6); i++) {
            double r = stage.unit(dice.between(0.012, 0.05));
            double at = dice.between(0.06, 0.94) * stage.width();
            double high = stage.height() * dice.between(0.08, 0.5);
            if (dice.chance(0.5)) {
                pen.circle(tones[dice.below(4)].mix(accent, 0.35), at, high, r);
            } else {
                pen.line(
                        accent.light(0.3),
                        stage.unit(0.004),
                        "M~ ~a~ ~ 0 1 0 ~ 0a~ ~ 0 1 0 ~ 0",
                        at - r,
                        high,
                        r,
                        r,
                        2 * r,
                        r,
                        r,
                        -2 * r);
            }
        }
        int rows = stage.sparse() ? 3 : 6;
        for (int i = 0; i < rows; i++) {
            double level = stage.height() * (0.46 + i * 0.54 / rows);
            Ridge.land(
                    stage,
                    pen,
                    Ridge.rolling(
                            stage, dice.fork("wave" + i), level, stage.unit(0.09 - i * 0.006), dice.between(3.5, 6)),
                    tones[Math.min(5, i + 1)].light(0.1),
                    tones[Math.min(5, i + 1)].dark(0.12));
        }
    }
}
