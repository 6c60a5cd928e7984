package io.renderyard.preview.scene;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Dice;
import io.renderyard.preview.ink.Digits;
import io.renderyard.preview.ink.Pen;
import io.renderyard.preview.words.Habitat;
import io.renderyard.preview.words.Kind;
import io.renderyard.preview.words.Reading;
import io.renderyard.preview.words.Scene;

/** Fields, woods, deserts, snow and other worlds. */
final class Lands {
    private Lands() {}

    static void far(Stage stage) {
        Reading reading = stage.reading();
        Scene scene = reading.scene();
        double line = stage.horizon();
        if (scene == Scene.MOUNTAINS || reading.also().contains(Scene.MOUNTAINS)) {
            Peaks.range(
                    stage,
                    line + stage.unit(0.04),
                    stage.unit(scene == Scene.MOUNTAINS ? 0.46 : 0.3),
                    Colour.of(0x66748c));
        } else if (scene == Scene.PLANET || scene == Scene.TUNDRA) {
            Colour rock = scene == Scene.PLANET ? soil(stage).dark(0.3) : Colour.of(0x8fa6bf);
            Peaks.range(stage, line + stage.unit(0.03), stage.unit(0.16), rock);
        } else if (scene == Scene.DESERT) {
            mesas(stage, line);
        }
        if (reading.also().contains(Scene.CITY) || reading.also().contains(Scene.STREET)) {
            Skyline.draw(stage, line + stage.unit(0.02), stage.unit(0.22), 0.75);
        }
        if (scene == Scene.FOREST) {
            Ridge.trees(stage, stage.away(0.85), leaf(stage), line - stage.unit(0.02), stage.unit(0.3), pointed(stage));
            Ridge.trees(
                    stage, stage.away(0.55), leaf(stage), line + stage.unit(0.03), stage.unit(0.27), pointed(stage));
        } else if (scene == Scene.MEADOW || scene == Scene.RIVER) {
            Ridge.land(
                    stage,
                    stage.away(0.85),
                    Ridge.rolling(stage, stage.dice().fork("far"), line - stage.unit(0.03), stage.unit(0.06), 5),
                    soil(stage).mix(Colour.of(0x4a7f7a), 0.3),
                    soil(stage));
            if (!stage.sparse()) {
                Ridge.trees(stage, stage.away(0.6), leaf(stage), line + stage.unit(0.012), stage.unit(0.05), false);
            }
        }
    }

    static boolean pointed(Stage stage) {
        return stage.snowy()
                || stage.dice().fork("needles").chance(0.6)
                || stage.reading().things().stream().anyMatch(each -> each.kind() == Kind.PINE);
    }

    private static Colour leaf(Stage stage) {
        return Colour.of(stage.snowy() ? 0x7d95a3 : 0x35604a);
    }

    private static void mesas(Stage stage, double line) {
        Dice dice = stage.dice().fork("mesas");
        Pen pen = stage.away(0.75);
        for (int i = 0; i < 3; i++) {
            double x = stage.width() * dice.between(0, 1);
            double half = stage.unit(dice.between(0.06, 0.16));
            double top = line - stage.unit(dice.between(0.05, 0.12));
            String mesa = Digits.path(
                    "M~ ~L~ ~L~ ~L~ ~L~ ~z",
                    x - half * 1.5,
                    line + 9,
                    x - half,
                    top + stage.unit(0.01),
                    x - half * 0.86,
                    top,
                    x + half * 0.8,
                    top,
                    x + half * 1.6,
                    line + 9);
            Ridge.land(stage, pen, mesa, Colour.of(0xb5704a), Colour.of(0xc98f62));
        }
    }

    static Colour soil(Stage stage) {
        Colour asked = stage.reading().ground();
        if (asked != null) {
            return asked;
        }
        if (stage.snowy()) {
            return Colour.of(0xeaf1f7);
        }
        return switch (stage.reading().scene()) {
            case DESERT -> Colour.of(0xe3b06a);
            case TUNDRA -> Colour.of(0xe8f0f7);
            case PLANET -> Colour.of(0xc1562f);
            case FOREST -> Colour.of(0x4f6e3c);
            case MOUNTAINS -> Colour.of(0x64834e);
            case MEADOW,
                    RIVER,
                    UNDERWATER,
                    SPACE,
                    ROOM,
                    TABLE,
                    BEACH,
                    HARBOUR,
                    SEA,
                    LAKE,
                    STREET,
                    CITY,
                    SKY,
                    STUDIO,
                    ABSTRACT -> Colour.of(0x73a04a);
        };
    }

    static void ground(Stage stage) {
        Scene scene = stage.reading().scene();
        double line = stage.horizon();
        double rest = stage.height() - line;
        Colour soil = soil(stage);
        double swing =
                stage.unit(scene == Scene.DESERT ? 0.05 : scene == Scene.TUNDRA || scene == Scene.PLANET ? 0.02 : 0.03);
        if (stage.wants(Habitat.LANDMARK) && scene != Scene.PLANET) {
            knoll(stage, soil);
        }
        int rows = stage.sparse() ? 2 : 3;
        for (int row = 0; row < rows; row++) {
            double y = line + rest * (0.06 + row * 0.3);
            Pen pen = stage.away(0.5 - row * 0.25);
            Ridge.land(
                    stage,
                    pen,
                    Ridge.rolling(stage, stage.dice().fork("row" + row), y, swing * (1 + row * 0.6), 3.2 - row * 0.5),
                    soil.light(0.1),
                    soil.dark(0.16 + row * 0.06));
            if (row == 0 && scene == Scene.RIVER) {
                river(stage);
                return;
            }
        }
        details(stage, soil);
    }

    /** What a landmark stands on. */
    private static void knoll(Stage stage, Colour soil) {
        double y = stage.horizon() + (stage.height() - stage.horizon()) * 0.06;
        if (stage.reading().scene() == Scene.MOUNTAINS) {
            y = stage.horizon() + stage.unit(0.01);
            Pen pen = stage.away(0.3);
            Ridge.land(
                    stage,
                    pen,
                    Digits.path(
                            "M~ ~Q~ ~ ~ ~L~ ~Q~ ~ ~ ~V~H~z",
                            -30d,
                            y + stage.unit(0.2),
                            stage.width() * 0.2,
                            y + stage.unit(0.1),
                            stage.width() * 0.3,
                            y - stage.unit(0.02),
                            stage.width() * 0.7,
                            y - stage.unit(0.022),
                            stage.width() * 0.82,
                            y + stage.unit(0.12),
                            stage.width() + 30,
                            y + stage.unit(0.2),
                            stage.height(),
                            -30d),
                    Colour.of(0x75806f),
                    soil.dark(0.2));
            return;
        }
        Ridge.land(
                stage,
                stage.away(0.55),
                Digits.path(
                        "M~ ~Q~ ~ ~ ~V~H~z",
                        -30d,
                        y + stage.unit(0.03),
                        stage.width() / 2,
                        y - stage.unit(0.07),
                        stage.width() + 30,
                        y + stage.unit(0.03),
                        stage.height(),
                        -30d),
                soil.light(0.06),
                soil.dark(0.1));
    }

    private static void river(Stage stage) {
        double y = stage.horizon() + (stage.height() - stage.horizon()) * 0.1;
        double low = stage.height() + 30;
        double w = stage.width();
        Pen pen = stage.near();
        Colour sky = stage.light().low().mix(Colour.of(0x2f7fa8), 0.5);
        String bed = Digits.path(
                "M~ ~C~ ~ ~ ~ ~ ~S~ ~ ~ ~H~C~ ~ ~ ~ ~ ~S~ ~ ~ ~z",
                w * 0.5,
                y,
                w * 0.62,
                y + (low - y) * 0.2,
                w * 0.3,
                y + (low - y) * 0.28,
                w * 0.4,
                y + (low - y) * 0.5,
                w * 0.34,
                low - (low - y) * 0.2,
                w * 0.16,
                low,
                w * 0.84,
                w * 0.7,
                low - (low - y) * 0.3,
                w * 0.52,
                low - (low - y) * 0.4,
                w * 0.56,
                y + (low - y) * 0.42,
                w * 0.66,
                y + (low - y) * 0.16,
                w * 0.53,
                y);
        Ridge.land(stage, pen, bed, sky.light(0.2), sky.dark(0.3));
        Dice dice = stage.dice().fork("stream");
        for (int i = 0; i < (stage.sparse() ? 4 : 40); i++) {
            double at = dice.between(0.2, 0.98);
            double half = w * (0.02 + at * 0.06);
            pen.stroke(
                    Colour.WHITE,
                    0.4,
                    stage.unit(0.0025),
                    "M~ ~q~ ~ ~ 0",
                    w * (0.48 + dice.between(-0.1, 0.1) * at),
                    y + (low - y) * at,
                    half / 2,
                    stage.unit(-0.006),
                    half);
        }
        if (!stage.sparse()) {
            Grass.tufts(stage, stage.height() * 0.9, 24, soil(stage));
        }
    }

    private static void details(Stage stage, Colour soil) {
        if (stage.sparse()) {
            return;
        }
        double from = stage.horizon() + (stage.height() - stage.horizon()) * 0.3;
        Dice dice = stage.dice().fork("details");
        Pen pen = stage.near();
        switch (stage.reading().scene()) {
            case MEADOW, MOUNTAINS -> {
                if (stage.reading().scene() == Scene.MOUNTAINS) {
                    Grove.scattered(stage);
                }
                if (!stage.snowy()) {
                    Grass.tufts(stage, from, 150, soil);
                    Grass.flowers(stage, from, 90);
                }
            }
            case FOREST -> {
                Grove.draw(stage);
                Grass.tufts(stage, from, stage.snowy() ? 26 : 120, stage.snowy() ? Colour.of(0x8fa3ad) : soil);
            }
            case DESERT -> {
                for (int i = 0; i < 26; i++) {
                    double y = from + dice.unit() * (stage.height() - from);
                    double x = dice.between(-0.1, 0.9) * stage.width();
                    double wide = stage.unit(dice.between(0.1, 0.3));
                    pen.stroke(
                            soil.dark(0.35),
                            0.35,
                            stage.unit(0.0026),
                            "M~ ~q~ ~ ~ 0t~ 0",
                            x,
                            y,
                            wide / 4,
                            stage.unit(-0.008),
                            wide / 2,
                            wide / 2);
                }
            }
            case PLANET -> {
                for (int i = 0; i < 14; i++) {
                    double at = Math.pow(dice.unit(), 1.4);
                    double wide = stage.unit(0.02 + at * 0.075);
                    double x = dice.between(0, stage.width());
                    double y = from + at * (stage.height() - from);
                    pen.washRound(soil.dark(0.45), 0.5, x, y, wide, wide * 0.26)
                            .washRound(soil.light(0.3), 0.4, x, y + wide * 0.1, wide * 0.86, wide * 0.2)
                            .washRound(soil.dark(0.3), 0.7, x, y + wide * 0.03, wide * 0.84, wide * 0.19);
                }
            }
            case TUNDRA -> {
                for (int i = 0; i < 18; i++) {
                    pen.washRound(
                            Colour.of(0xb9cfe4),
                            0.45,
                            dice.between(0, stage.width()),
                            from + dice.unit() * (stage.height() - from),
                            stage.unit(dice.between(0.05, 0.16)),
                            stage.unit(0.008));
                }
            }
            case RIVER,
                    UNDERWATER,
                    SPACE,
                    ROOM,
                    TABLE,
                    BEACH,
                    HARBOUR,
                    SEA,
                    LAKE,
                    STREET,
                    CITY,
                    SKY,
                    STUDIO,
                    ABSTRACT -> {}
        }
    }
}
