package io.renderyard.preview.scene;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Dice;
import io.renderyard.preview.ink.Digits;
import io.renderyard.preview.ink.Pen;
import io.renderyard.preview.words.Habitat;
import io.renderyard.preview.words.Hour;
import io.renderyard.preview.words.Scene;

/** Seas, lakes and their shores. */
final class Waters {
    private Waters() {}

    static void far(Stage stage) {
        Scene scene = stage.reading().scene();
        double line = stage.horizon();
        if (stage.reading().also().contains(Scene.MOUNTAINS) || scene == Scene.LAKE) {
            Peaks.range(stage, line, stage.unit(scene == Scene.LAKE ? 0.34 : 0.24), Colour.of(0x6d7890));
        }
        if (stage.reading().also().contains(Scene.CITY) || scene == Scene.HARBOUR) {
            Skyline.draw(stage, line, stage.unit(0.2), 0.7);
        }
        if (scene == Scene.LAKE && !stage.sparse()) {
            boolean pointed = stage.snowy() || stage.reading().also().contains(Scene.FOREST) || stage.left();
            Ridge.trees(stage, stage.away(0.6), Colour.of(0x3f6350), line + 2, stage.unit(0.075), pointed);
        }
        if (scene == Scene.SEA && !stage.sparse()) {
            Pen pen = stage.away(0.9);
            pen.wash(
                    Colour.of(0x5f7590),
                    0.75,
                    "M~ ~Q~ ~ ~ ~T~ ~z",
                    stage.side(0.62),
                    line + 1,
                    stage.side(0.76),
                    line - stage.unit(0.05),
                    stage.side(0.86),
                    line - stage.unit(0.012),
                    stage.side(1.05),
                    line + 1);
        }
    }

    static void water(Stage stage) {
        Light light = stage.light();
        Pen pen = stage.pen().air(Colour.WHITE, 0);
        Colour asked = stage.reading().ground();
        boolean own = asked != null && stage.reading().scene() != Scene.BEACH;
        Colour body =
                own && asked != null ? asked : Colour.of(stage.reading().scene() == Scene.BEACH ? 0x1f9fb5 : 0x1f5f86);
        Colour far = light.low().mix(body, own ? 0.6 : 0.32);
        Colour near = light.top().mix(body, light.dark() ? 0.28 : 0.66).dark(0.16);
        double line = stage.horizon();
        pen.raw("<rect " + stage.frame().bleed(line, stage.height() + 30) + " "
                + pen.treatment().ground(pen.seen(far), pen.seen(near), pen.defs()) + "/>");
        glitter(stage);
        ripples(stage, light.low(), near);
    }

    /** The light's road on the water. */
    private static void glitter(Stage stage) {
        if (stage.sparse()) {
            return;
        }
        Dice dice = stage.dice().fork("glitter");
        Colour sun = stage.pen().treatment().glow(stage.light().sun());
        double opacity = stage.reading().hour() == Hour.DAY ? 0.35 : 0.6;
        StringBuilder road = new StringBuilder();
        double deep = stage.height() - stage.horizon();
        for (int i = 0; i < 90; i++) {
            double at = Math.pow(dice.unit(), 1.5);
            double reach = stage.unit(0.02 + at * 0.12);
            double x = stage.lit() + dice.between(-1, 1) * reach;
            double half = stage.unit(0.008 + 0.03 * at) * dice.between(0.4, 1);
            double y = stage.horizon() + 3 + at * deep * 0.9;
            double thick = 0.6 + at * stage.unit(0.005);
            road.append(Digits.path(
                    "M~ ~Q~ ~ ~ ~Q~ ~ ~ ~z", x - half, y, x, y - thick, x + half, y, x, y + thick, x - half, y));
        }
        stage.pen().raw("<path d='" + road + "' fill='" + sun.hex() + "' fill-opacity='" + Digits.of(opacity) + "'/>");
    }

    private static void ripples(Stage stage, Colour light, Colour dark) {
        Dice dice = stage.dice().fork("ripples");
        int count = stage.sparse() ? 7 : 110;
        double deep = stage.height() - stage.horizon();
        StringBuilder[] paths = {new StringBuilder(), new StringBuilder()};
        for (int i = 0; i < count; i++) {
            double at = Math.pow(dice.unit(), 1.3);
            double half = stage.unit(0.02 + 0.09 * at) * dice.between(0.4, 1);
            double x = dice.between(-0.05, 1.05) * stage.width();
            double y = stage.horizon() + 4 + at * deep;
            double lift = stage.unit(0.002 + 0.007 * at);
            paths[i % 2].append(Digits.path(
                    "M~ ~q~ ~ ~ 0t~ 0q~ ~ ~ 0t~ 0z",
                    x - half,
                    y,
                    half / 2,
                    -lift,
                    half,
                    half,
                    -half / 2,
                    lift * 1.8,
                    -half,
                    -half));
        }
        Pen pen = stage.pen();
        pen.wash(light.light(0.3), 0.34, paths[0].toString());
        pen.wash(dark.dark(0.3), 0.3, paths[1].toString());
    }

    static void shores(Stage stage) {
        Scene scene = stage.reading().scene();
        if (scene == Scene.BEACH) {
            sand(stage);
            return;
        }
        if (scene == Scene.SEA
                && (stage.wants(Habitat.LANDMARK) || stage.reading().cliff())) {
            cliff(stage);
        }
        if (stage.wants(Habitat.LANDMARK) && scene != Scene.SEA && scene != Scene.CITY) {
            bank(stage);
        }
        if (stage.peopled() || scene == Scene.LAKE && !stage.sparse()) {
            near(stage);
        }
    }

    private static void bank(Stage stage) {
        double y = stage.horizon();
        double low = stage.unit(0.022);
        Pen pen = stage.away(0.35);
        pen.path(
                Colour.of(stage.snowy() ? 0xdfe8f0 : 0x5f8052),
                "M-30 ~Q~ ~ ~ ~T~ ~V~Q~ ~ -9 ~z",
                y + low * 0.4,
                stage.width() * 0.25,
                y - low * 1.6,
                stage.width() * 0.5,
                y - low * 0.4,
                stage.width() + 9,
                y,
                y + low * 1.2,
                stage.width() * 0.5,
                y + low * 2.4,
                y + low);
    }

    private static void cliff(Stage stage) {
        double top = stage.horizon() - stage.height() * 0.036;
        double foot = stage.horizon() + stage.unit(0.11);
        Pen pen = stage.away(0.12);
        Colour rock = Colour.of(0x7a6f68);
        Colour grass = Colour.of(stage.snowy() ? 0xeef3f7 : 0x6d8f4f);
        String outline = Digits.path(
                "M~ ~L~ ~Q~ ~ ~ ~L~ ~L~ ~L~ ~L~ ~L~ ~L~ ~L~ ~L~ ~z",
                stage.side(-0.03),
                foot,
                stage.side(-0.03),
                top - stage.unit(0.035),
                stage.side(0.16),
                top - stage.unit(0.02),
                stage.side(0.34),
                top,
                stage.side(0.385),
                top + stage.unit(0.03),
                stage.side(0.375),
                top + stage.unit(0.06),
                stage.side(0.41),
                top + stage.unit(0.085),
                stage.side(0.4),
                foot - stage.unit(0.015),
                stage.side(0.45),
                foot,
                stage.side(0.3),
                foot + stage.unit(0.02),
                stage.side(0.12),
                foot + stage.unit(0.012),
                stage.side(0.05),
                foot + stage.unit(0.03));
        pen.raw("<path d='" + outline + "' "
                + pen.treatment().ground(pen.seen(rock.light(0.16)), pen.seen(rock.dark(0.4)), pen.defs()) + "/>");
        if (!stage.sparse()) {
            Dice dice = stage.dice().fork("cliff");
            for (int i = 0; i < 16; i++) {
                double x = stage.side(0.01 + i * 0.024);
                double from = top + stage.unit(dice.between(0.01, 0.05));
                pen.wash(
                        i % 2 == 0 ? rock.dark(0.6) : rock.light(0.4),
                        0.3,
                        "M~ ~l~ ~l~ ~l~ ~z",
                        x,
                        from,
                        stage.unit(0.014),
                        stage.unit(0.012),
                        stage.unit(-0.004),
                        stage.unit(dice.between(0.04, 0.07)),
                        stage.unit(-0.016),
                        stage.unit(-0.02));
            }
        }
        pen.path(
                grass,
                "M~ ~L~ ~Q~ ~ ~ ~L~ ~Q~ ~ ~ ~T~ ~z",
                stage.side(-0.03),
                top + stage.unit(0.012),
                stage.side(-0.03),
                top - stage.unit(0.035),
                stage.side(0.16),
                top - stage.unit(0.02),
                stage.side(0.34),
                top,
                stage.side(0.39),
                top + stage.unit(0.032),
                stage.side(0.3),
                top + stage.unit(0.01),
                stage.side(0.2),
                top + stage.unit(0.02),
                stage.side(-0.03),
                top + stage.unit(0.012));
        Pen foam = stage.near();
        for (int i = 0; i < 9 && !stage.sparse(); i++) {
            foam.washRound(
                    Colour.WHITE,
                    0.5,
                    stage.side(0.01 + i * 0.053),
                    foot + stage.unit(0.014),
                    stage.unit(0.034),
                    stage.unit(0.0055));
        }
    }

    private static void sand(Stage stage) {
        double y = stage.height() * 0.71;
        Pen pen = stage.near();
        Colour asked = stage.reading().ground();
        Colour sand = asked == null ? Colour.of(0xefd6a2) : asked;
        String edge = Digits.path(
                "Q~ ~ ~ ~T~ ~",
                stage.width() * 0.24,
                y - stage.unit(0.05),
                stage.width() * 0.5,
                y,
                stage.width() * 1.02,
                y - stage.unit(0.02));
        pen.wash(Colour.WHITE, 0.4, "M-30 ~" + edge + "V~H-30z", y - stage.unit(0.038), stage.height());
        pen.raw("<path d='" + Digits.path("M-30 ~", y) + edge + Digits.path("V~H-30z", stage.height() + 30) + "' "
                + pen.treatment().ground(pen.seen(sand.dark(0.12)), pen.seen(sand.light(0.1)), pen.defs()) + "/>");
        pen.stroke(Colour.WHITE, 0.9, stage.unit(0.007), "M-30 ~" + edge, y);
        Dice dice = stage.dice().fork("sand");
        for (int i = 0; i < (stage.sparse() ? 0 : 60); i++) {
            double x = dice.between(0, stage.width());
            double at = dice.between(0.76, 1) * stage.height();
            pen.washRound(sand.dark(0.4), 0.3, x, at, stage.unit(0.004), stage.unit(0.0016));
        }
    }

    /** The bank on which the painter stands. */
    private static void near(Stage stage) {
        double y = stage.height() * (stage.peopled() ? 0.875 : 0.93);
        Pen pen = stage.near();
        boolean quay =
                stage.reading().scene() == Scene.HARBOUR || stage.reading().scene() == Scene.CITY;
        Colour soil = Colour.of(
                stage.snowy()
                        ? 0xe9f0f6
                        : quay ? 0x8a8078 : stage.reading().scene() == Scene.LAKE ? 0x5a7f45 : 0xcdb98f);
        String edge = quay
                ? Digits.path("M-30 ~H~V~H-30z", y, stage.width() + 9, stage.height() + 30)
                : Ridge.rolling(stage, stage.dice().fork("near"), y, stage.unit(0.02), 3);
        Ridge.land(stage, pen, edge, soil, soil.dark(0.35));
        if (!stage.sparse() && !quay) {
            Grass.tufts(stage, y + stage.unit(0.02), 34, soil);
        }
        if (quay) {
            for (int i = 0; i < 9; i++) {
                pen.stroke(
                        soil.dark(0.5),
                        0.5,
                        stage.unit(0.003),
                        "M~ ~V~",
                        stage.width() * (i + 0.5) / 9,
                        y,
                        stage.height());
            }
        }
    }
}
