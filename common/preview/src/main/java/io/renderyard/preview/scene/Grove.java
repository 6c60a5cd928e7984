package io.renderyard.preview.scene;

import io.renderyard.preview.ink.Dice;
import io.renderyard.preview.ink.Pen;
import io.renderyard.preview.shape.Look;
import io.renderyard.preview.shape.Shapes;
import io.renderyard.preview.words.Kind;

/** The trees of a wood, left and right of the clearing where things stand. */
final class Grove {
    private Grove() {}

    /** Single trees on a slope, the further the smaller. */
    static void scattered(Stage stage) {
        Dice dice = stage.dice().fork("scattered");
        double from = stage.horizon() + stage.unit(0.05);
        for (int i = 0; i < 16; i++) {
            double depth = i / 16d;
            double x = stage.width() * (i % 2 == 0 ? dice.between(0, 0.2) : dice.between(0.8, 1));
            double scale = stage.unit(0.0009 + depth * 0.0019) * dice.between(0.8, 1.1);
            one(
                    stage,
                    Kind.PINE,
                    x,
                    from + depth * (stage.height() - from) * 0.42,
                    scale,
                    0.5 * (1 - depth),
                    dice.fork("pine" + i));
        }
    }

    private static void one(Stage stage, Kind kind, double x, double y, double scale, double distance, Dice dice) {
        Pen pen = stage.away(distance);
        pen.at(x, y, scale, scale);
        Shapes.draw(kind, pen, new Look("", null, stage.light().dark(), stage.snowy(), dice));
        pen.close();
    }

    static void draw(Stage stage) {
        Dice dice = stage.dice().fork("grove");
        Kind kind = Lands.pointed(stage) ? Kind.PINE : Kind.TREE;
        double from = stage.horizon() + (stage.height() - stage.horizon()) * 0.1;
        for (int i = 0; i < 12; i++) {
            double depth = i / 12d;
            double reach = 0.4 - depth * 0.32;
            double x = stage.width() * (i % 2 == 0 ? reach * dice.between(0.5, 1) : 1 - reach * dice.between(0.5, 1));
            double scale = stage.unit(0.0036 + depth * 0.003);
            double y = from + depth * (stage.height() - from) * 0.5;
            one(stage, kind, x, y, scale, 0.5 * (1 - depth), dice.fork("tree" + i));
        }
    }
}
