package io.renderyard.preview.scene;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Dice;
import io.renderyard.preview.ink.Digits;
import io.renderyard.preview.ink.Pen;

/** What frames the picture close to the eye, dark and out of focus. */
final class Foreground {
    private Foreground() {}

    static void draw(Stage stage) {
        if (stage.sparse()) {
            return;
        }
        Pen pen = stage.near();
        switch (stage.reading().scene()) {
            case MEADOW, RIVER, LAKE, MOUNTAINS -> blades(stage, pen, Colour.of(stage.snowy() ? 0x6a7d88 : 0x24401f));
            case FOREST -> {
                boughs(stage, pen);
                blades(stage, pen, Colour.of(stage.snowy() ? 0x5f717c : 0x1d3420));
            }
            case BEACH -> leaf(stage, pen);
            case SEA,
                    HARBOUR,
                    CITY,
                    STREET,
                    DESERT,
                    TUNDRA,
                    PLANET,
                    UNDERWATER,
                    SPACE,
                    ROOM,
                    TABLE,
                    SKY,
                    STUDIO,
                    ABSTRACT -> {}
        }
    }

    private static void blades(Stage stage, Pen pen, Colour colour) {
        Dice dice = stage.dice().fork("blades");
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < 46; i++) {
            boolean left = i % 2 == 0;
            double at = Math.pow(dice.unit(), 1.6) * 0.42;
            double x = stage.width() * (left ? at : 1 - at);
            double tall = stage.unit(0.15) * (1 - at * 1.9) * dice.between(0.5, 1);
            double lean = stage.unit(dice.between(-0.05, 0.05));
            double half = stage.unit(0.006);
            path.append(Digits.path(
                    "M~ ~Q~ ~ ~ ~Q~ ~ ~ ~z",
                    x - half,
                    stage.height() + 4,
                    x + lean * 0.2 - half,
                    stage.height() - tall * 0.6,
                    x + lean,
                    stage.height() - tall,
                    x + lean * 0.2 + half,
                    stage.height() - tall * 0.6,
                    x + half,
                    stage.height() + 4));
        }
        pen.wash(colour, 0.92, path.toString());
    }

    /** Leaves that hang into the upper corners. */
    private static void boughs(Stage stage, Pen pen) {
        Dice dice = stage.dice().fork("boughs");
        Colour green = Colour.of(stage.snowy() ? 0x46606c : 0x234a30);
        for (int i = 0; i < 44; i++) {
            boolean left = i % 2 == 0;
            double at = dice.unit();
            double x = at * stage.width() * 0.26;
            double y = (1 - at) * dice.unit() * stage.unit(0.22);
            double length = stage.unit(dice.between(0.03, 0.06));
            pen.turned(left ? x : stage.width() - x, y, (left ? 1 : -1) * dice.between(20, 110));
            pen.wash(
                            green.dark(dice.between(0, 0.3)),
                            0.95,
                            "M0 0Q~ ~ ~ 0Q~ ~ 0 0z",
                            length * 0.5,
                            -length * 0.34,
                            length,
                            length * 0.5,
                            length * 0.34)
                    .close();
        }
    }

    private static void leaf(Stage stage, Pen pen) {
        Colour green = Colour.of(0x1f5a35);
        double x = stage.side(1.02);
        double way = stage.left() ? -1 : 1;
        for (int i = 0; i < 5; i++) {
            double turn = 0.2 + i * 0.3;
            double reach = stage.unit(0.34);
            double tipX = x + way * reach * Math.cos(turn);
            double tipY = reach * Math.sin(turn) - stage.unit(0.02);
            pen.wash(
                    green.dark(i * 0.06),
                    0.95,
                    "M~ ~Q~ ~ ~ ~Q~ ~ ~ ~z",
                    x,
                    -4d,
                    x + way * reach * 0.5 * Math.cos(turn - 0.3),
                    reach * 0.5 * Math.sin(turn - 0.3),
                    tipX,
                    tipY,
                    x + way * reach * 0.5 * Math.cos(turn + 0.22),
                    reach * 0.5 * Math.sin(turn + 0.22),
                    x,
                    -4d);
        }
    }
}
