package io.renderyard.preview.scene;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Digits;
import io.renderyard.preview.ink.Pen;
import io.renderyard.preview.shape.Look;
import io.renderyard.preview.shape.Shapes;
import io.renderyard.preview.words.Habitat;
import io.renderyard.preview.words.Kind;
import io.renderyard.preview.words.Scene;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the things on the stage: with a shadow on the ground, or a reflection in the water. */
final class Cast {
    /** With letters, hands or keys, which read one way only. */
    private static final Set<Kind> ONE_WAY =
            Set.of(Kind.BOOK, Kind.LAPTOP, Kind.CLOCK, Kind.PIANO, Kind.CAMERA, Kind.LIGHTHOUSE, Kind.MOON);

    private Cast() {}

    static void draw(Stage stage, List<Placed> placed, boolean heavens) {
        int number = 0;
        for (Placed each : placed) {
            number++;
            if ((each.thing().kind().habitat() == Habitat.HEAVENS) == heavens) {
                one(stage, each, number);
            }
        }
    }

    private static void one(Stage stage, Placed each, int number) {
        Kind kind = each.thing().kind();
        Pen pen = stage.pen();
        stage.light().touch(pen, distance(stage, each));
        double scale = each.tall() / 100;
        boolean afloat =
                kind.habitat() == Habitat.AFLOAT && stage.reading().scene().watery();
        boolean standing = each.lift() == 0 && grounded(stage, kind);
        if (standing) {
            pen.shade(
                    Colour.of(0x0a0a18),
                    stage.sparse() ? 0.2 : 0.5,
                    each.x() + shift(stage, each),
                    each.y(),
                    each.wide() * 0.56,
                    Math.max(each.wide() * 0.09, each.tall() * 0.035));
        }
        boolean mirrored = mirrored(stage, each);
        pen.at(each.x(), each.y(), mirrored ? -scale : scale, scale);
        pen.open("id='t" + number + "'" + edge(stage, each));
        if (kind.habitat() == Habitat.AIR && kind != Kind.ROCKET && each.number() > 0) {
            pen.turned(0, 0, stage.dice().fork("tilt" + number).between(-7, 7));
        } else {
            pen.turned(0, 0, kind == Kind.ROCKET && stage.reading().scene() == Scene.SPACE ? 28 : 0);
        }
        Shapes.draw(
                kind,
                pen,
                new Look(
                        each.thing().name(),
                        colour(stage, each),
                        stage.light().dark(),
                        stage.snowy(),
                        stage.dice().fork("look" + number)));
        pen.close().close().close();
        if (afloat) {
            reflect(stage, pen, each, number, mirrored, scale);
        }
    }

    /** Small things have thin edges. */
    private static String edge(Stage stage, Placed each) {
        double share = each.tall() / stage.unit(0.22);
        return share >= 1
                ? ""
                : " style='--edge:" + Digits.of(stage.frame().shorter() / 280d * Math.max(0.36, share)) + "px'";
    }

    private static double distance(Stage stage, Placed each) {
        return switch (each.thing().kind().habitat()) {
            case HEAVENS -> 0;
            case AIR -> 0.24 * (1 - each.depth());
            case LANDMARK -> 0.22;
            case GROUND, TABLE, AFLOAT, SUNKEN -> stage.reading().scene().indoors() ? 0 : 0.3 * (1 - each.depth());
        };
    }

    private static boolean grounded(Stage stage, Kind kind) {
        Scene scene = stage.reading().scene();
        boolean floor = scene != Scene.SPACE && scene != Scene.SKY && scene != Scene.ABSTRACT;
        return floor
                && switch (kind.habitat()) {
                    case GROUND, TABLE -> kind != Kind.GHOST;
                    case AFLOAT, SUNKEN -> !scene.watery() && scene != Scene.UNDERWATER;
                    case LANDMARK -> scene.indoors();
                    case AIR, HEAVENS -> false;
                };
    }

    private static double shift(Stage stage, Placed each) {
        return Math.clamp((each.x() - stage.lit()) / stage.width(), -1, 1) * each.wide() * 0.14;
    }

    /** What has a face looks into the picture. */
    private static boolean mirrored(Stage stage, Placed each) {
        double share = each.number() % 3 == 2 ? 0.35 : 0.56;
        return !ONE_WAY.contains(each.thing().kind()) && each.x() > stage.width() * share;
    }

    private static @Nullable Colour colour(Stage stage, Placed each) {
        Colour asked = each.thing().colour();
        if (asked == null || each.number() == 0) {
            return asked;
        }
        return asked.mix(
                Colour.WHITE, stage.dice().fork("shade" + each.number()).between(0, 0.12));
    }

    private static void reflect(Stage stage, Pen pen, Placed each, int number, boolean mirrored, double scale) {
        if (stage.sparse()) {
            return;
        }
        double squash = stage.reading().scene() == Scene.LAKE ? 0.7 : 0.42;
        pen.at(each.x(), each.y(), mirrored ? -scale : scale, -scale * squash)
                .raw("<use href='#t" + number + "' opacity='.27'/>")
                .close();
        Colour foam = stage.light().low().light(0.5);
        double half = each.wide() * 0.62;
        double lift = each.tall() * 0.03;
        pen.wash(
                foam,
                0.7,
                "M~ ~q~ ~ ~ 0t~ 0q~ ~ ~ 0t~ 0z",
                each.x() - half,
                each.y(),
                half / 2,
                -lift,
                half,
                half,
                -half / 2,
                lift * 2.2,
                -half,
                -half);
        pen.stroke(
                foam,
                0.35,
                Math.max(0.8, lift * 0.5),
                "M~ ~h~M~ ~h~M~ ~h~",
                each.x() - half * 0.7,
                each.y() + lift * 3,
                half,
                each.x() - half * 0.2,
                each.y() + lift * 6,
                half * 0.8,
                each.x() - half * 0.5,
                each.y() + lift * 9,
                half * 0.6);
    }
}
