package io.renderyard.preview.scene;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Defs;
import io.renderyard.preview.ink.Dice;
import io.renderyard.preview.ink.Digits;
import io.renderyard.preview.ink.Pen;
import io.renderyard.preview.words.Hour;
import io.renderyard.preview.words.Scene;
import io.renderyard.preview.words.Weather;

/** What is between the eye and the things: rays, fog, rain, snow, lightning. */
final class Airs {
    private Airs() {}

    /** Behind the things. */
    static void behind(Stage stage) {
        if (stage.sparse() || stage.reading().scene().indoors()) {
            return;
        }
        Hour hour = stage.reading().hour();
        boolean covered = stage.reading().has(Weather.RAIN)
                || stage.reading().has(Weather.STORM)
                || stage.reading().scene() == Scene.STREET;
        if ((hour == Hour.GOLDEN
                        || hour == Hour.DAWN
                        || hour == Hour.SUNSET
                        || stage.reading().has(Weather.FOG))
                && !covered
                && !stage.light().dark()) {
            Sky.rays(stage, 0.2);
        }
        if (stage.reading().has(Weather.STORM)) {
            lightning(stage);
        }
        if (stage.reading().has(Weather.FOG)) {
            fog(stage, "back", 0.75, stage.horizon() - stage.unit(0.12), stage.unit(0.2));
        }
    }

    static void before(Stage stage) {
        if (stage.reading().scene().indoors()) {
            return;
        }
        if (stage.reading().has(Weather.FOG)) {
            fog(stage, "front", stage.sparse() ? 0.3 : 0.5, stage.horizon() + stage.unit(0.04), stage.height() * 0.3);
        }
        if (stage.reading().has(Weather.RAIN) || stage.reading().has(Weather.STORM)) {
            rain(stage);
        }
        if (stage.reading().has(Weather.SNOW)) {
            snow(stage);
        }
        if (stage.reading().has(Weather.WIND) && !stage.sparse()) {
            wind(stage);
        }
    }

    private static void fog(Stage stage, String name, double opacity, double y, double tall) {
        Dice dice = stage.dice().fork("fog" + name);
        Pen pen = stage.pen().air(Colour.WHITE, 0);
        Colour haze = stage.light().haze().light(stage.light().dark() ? 0.1 : 0.3);
        Colour seen = pen.seen(haze);
        String fill =
                pen.defs().falling(Defs.stop(0, seen, 0), Defs.stop(0.5, seen, opacity * 0.8), Defs.stop(1, seen, 0));
        pen.raw("<rect y='" + Digits.of(y - tall * 0.6) + "' width='"
                + stage.frame().width() + "' height='" + Digits.of(tall * 2) + "' fill='" + fill + "'/>");
        for (int i = 0; i < (stage.sparse() ? 2 : 7); i++) {
            pen.shade(
                    haze,
                    opacity * 0.6,
                    dice.between(0, stage.width()),
                    y + dice.between(0, tall),
                    stage.width() * dice.between(0.25, 0.5),
                    tall * dice.between(0.12, 0.3));
        }
    }

    private static void rain(Stage stage) {
        Dice dice = stage.dice().fork("rain");
        double lean =
                stage.unit(stage.reading().has(Weather.STORM) || stage.reading().has(Weather.WIND) ? 0.022 : 0.008);
        for (int layer = 0; layer < 2; layer++) {
            StringBuilder drops = new StringBuilder();
            double length = stage.unit(0.028 + layer * 0.03);
            for (int i = 0; i < (stage.sparse() ? 30 : 190 - layer * 90); i++) {
                drops.append(Digits.path(
                        "M~ ~l~ ~",
                        dice.between(0, stage.width()),
                        dice.between(-0.05, 1) * stage.height(),
                        -lean * (1 + layer),
                        length));
            }
            stage.pen()
                    .air(Colour.WHITE, 0)
                    .stroke(
                            Colour.of(0xe3eefa),
                            0.36 + layer * 0.12,
                            stage.unit(0.0015 + layer * 0.0012),
                            drops.toString());
        }
    }

    private static void snow(Stage stage) {
        Dice dice = stage.dice().fork("flakes");
        for (int layer = 0; layer < 3; layer++) {
            StringBuilder flakes = new StringBuilder();
            for (int i = 0; i < (stage.sparse() ? 14 : 120 - layer * 42); i++) {
                flakes.append(Digits.path("M~ ~h.1", dice.between(0, stage.width()), dice.between(0, stage.height())));
            }
            stage.pen()
                    .air(Colour.WHITE, 0)
                    .stroke(Colour.WHITE, 0.85 - layer * 0.15, stage.unit(0.004 + layer * 0.005), flakes.toString());
        }
    }

    private static void wind(Stage stage) {
        Dice dice = stage.dice().fork("wind");
        for (int i = 0; i < 7; i++) {
            double x = dice.between(-0.1, 0.7) * stage.width();
            double y = dice.between(0.1, 0.8) * stage.height();
            double wide = stage.unit(dice.between(0.2, 0.4));
            double curl = wide * 0.14;
            stage.pen()
                    .stroke(
                            Colour.WHITE,
                            0.5,
                            stage.unit(0.0035),
                            "M~ ~q~ ~ ~ 0t~ 0q~ ~ ~ ~q~ ~ ~ ~",
                            x,
                            y,
                            wide / 4,
                            -curl,
                            wide / 2,
                            wide / 2,
                            curl,
                            -curl * 0.4,
                            curl * 0.7,
                            -curl,
                            -curl * 0.5,
                            -curl * 0.5,
                            -curl * 0.8,
                            curl * 0.2);
        }
    }

    private static void lightning(Stage stage) {
        Dice dice = stage.dice().fork("lightning");
        for (int bolt = 0; bolt < 2; bolt++) {
            double x = stage.width() * dice.between(0.15, 0.85);
            double y = stage.horizon() * 0.12;
            StringBuilder path = new StringBuilder(Digits.path("M~ ~", x, y));
            double at = x;
            for (int i = 1; i <= 8; i++) {
                at += stage.unit(dice.between(-0.05, 0.05));
                path.append(Digits.path("L~ ~", at, y + (stage.horizon() - y) * i / 8));
            }
            stage.pen()
                    .glow(Colour.of(0xbfd0ff), 0.5, x, stage.horizon() * 0.4, stage.unit(0.3), stage.horizon() * 0.5);
            stage.pen().stroke(Colour.of(0xf4f2ff), 0.95, stage.unit(0.006 - bolt * 0.003), path.toString());
        }
    }
}
