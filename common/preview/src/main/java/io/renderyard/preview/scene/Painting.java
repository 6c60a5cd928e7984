package io.renderyard.preview.scene;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Defs;
import io.renderyard.preview.ink.Dice;
import io.renderyard.preview.ink.Frame;
import io.renderyard.preview.ink.Pen;
import io.renderyard.preview.ink.Plane;
import io.renderyard.preview.ink.Style;
import io.renderyard.preview.ink.Treatment;
import io.renderyard.preview.words.Hour;
import io.renderyard.preview.words.Mood;
import io.renderyard.preview.words.Reading;
import io.renderyard.preview.words.Thing;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The whole picture, plane by plane. */
public final class Painting {
    private Painting() {}

    /**
     * What is futuristic shines, and nothing shines by day: it is drawn at night.
     *
     * @param reference the address of a picture to be shown in the scene
     * @return one SVG element
     */
    public static String svg(Reading read, Style style, Frame frame, Dice dice, @Nullable String reference) {
        boolean dark = style == Style.FUTURISTIC && read.hour() == Hour.DAY;
        Reading reading = dark ? read.at(Hour.NIGHT) : read;
        Light light = Light.of(reading);
        Treatment treatment = Treatment.of(style, light.middle(), accents(reading, light));
        Defs defs = new Defs();
        Pen pen = new Pen(treatment, defs);
        Stage stage = Stage.of(frame, reading, light, pen, dice);
        pen.open(treatment.whole(frame, defs));
        planes(stage, Layout.of(stage));
        pen.close();
        if (reference != null) {
            Print.draw(stage, reference);
        }
        pen.raw(treatment.finish(frame, defs, dice.fork("finish")));
        String grey = reading.mood() == Mood.GREY ? " style='filter:grayscale(.9)'" : "";
        return "<svg xmlns='http://www.w3.org/2000/svg' " + frame.cover() + " viewBox='0 0 " + frame.width() + " "
                + frame.height() + "'" + grey + "><defs>" + defs.markup() + "</defs>" + pen.drawn() + "</svg>";
    }

    /** The colours that were named; and others when the things have none. */
    private static List<Colour> accents(Reading reading, Light light) {
        Stream<@Nullable Colour> around = Stream.of(reading.backdrop(), reading.sky(), reading.ground());
        List<Colour> things = reading.things().stream()
                .map(Thing::colour)
                .filter(Objects::nonNull)
                .toList();
        return Stream.concat(
                        things.isEmpty() ? Stream.of(Colour.of(0xe8643a), light.sun()) : things.stream(),
                        around.filter(Objects::nonNull))
                .toList();
    }

    private static void planes(Stage stage, List<Placed> placed) {
        plane(stage, Plane.SKY, () -> sky(stage, placed));
        plane(stage, Plane.FAR, () -> far(stage));
        plane(stage, Plane.GROUND, () -> ground(stage));
        plane(stage, Plane.THINGS, () -> Cast.draw(stage, placed, false));
        plane(stage, Plane.FRONT, () -> Foreground.draw(stage));
        Airs.before(stage);
    }

    private static void plane(Stage stage, Plane plane, Runnable draw) {
        stage.pen()
                .open(stage.pen()
                        .treatment()
                        .plane(plane, stage.frame(), stage.pen().defs()));
        draw.run();
        stage.pen().close();
    }

    private static void sky(Stage stage, List<Placed> placed) {
        Light light = stage.light();
        switch (stage.reading().scene()) {
            case TABLE, ROOM -> {
                Rooms.wall(stage);
                brush(stage, 0, stage.horizon(), Colour.of(0xe3cfb4), Colour.of(0xbfae9f), "wall");
            }
            case STUDIO -> {
                Studio.backdrop(stage);
                brush(stage, 0, stage.height(), light.middle().light(0.4), light.middle(), "paper");
            }
            case ABSTRACT -> Studio.waves(stage);
            case SPACE -> Spaces.cosmos(stage);
            case SKY -> Spaces.clouds(stage);
            case UNDERWATER -> Spaces.depths(stage);
            case SEA, BEACH, HARBOUR, LAKE, RIVER, STREET, CITY, FOREST, DESERT, MEADOW, MOUNTAINS, TUNDRA, PLANET -> {
                Sky.draw(stage, stage.horizon() + stage.unit(0.06));
                brush(
                        stage,
                        0,
                        stage.horizon(),
                        light.middle().light(0.2),
                        light.top().mix(light.middle(), 0.5),
                        "sky");
            }
        }
        stage.near();
        Cast.draw(stage, placed, true);
    }

    private static void far(Stage stage) {
        switch (stage.reading().scene()) {
            case SEA, BEACH, HARBOUR, LAKE -> Waters.far(stage);
            case STREET, CITY -> Towns.far(stage);
            case RIVER, FOREST, DESERT, MEADOW, MOUNTAINS, TUNDRA, PLANET -> Lands.far(stage);
            case TABLE, ROOM, STUDIO, ABSTRACT, SPACE, SKY, UNDERWATER -> {}
        }
    }

    private static void ground(Stage stage) {
        Light light = stage.light();
        switch (stage.reading().scene()) {
            case SEA, BEACH, HARBOUR, LAKE -> {
                Waters.water(stage);
                brush(
                        stage,
                        stage.horizon() + stage.unit(0.02),
                        stage.height(),
                        light.low(),
                        light.top().mix(Colour.of(0x1f5f86), 0.5),
                        "water");
                Marks.grid(stage);
                Waters.shores(stage);
            }
            case CITY -> {
                Waters.water(stage);
                if (light.dark()) {
                    Towns.gleams(stage, stage.horizon(), stage.height());
                }
                Marks.grid(stage);
                Waters.shores(stage);
            }
            case STREET -> {
                Towns.street(stage);
                Marks.grid(stage);
            }
            case RIVER, FOREST, DESERT, MEADOW, MOUNTAINS, TUNDRA, PLANET -> {
                Lands.ground(stage);
                stage.near();
                brush(
                        stage,
                        stage.horizon() + stage.unit(0.08),
                        stage.height(),
                        Lands.soil(stage).light(0.14),
                        Lands.soil(stage).dark(0.2),
                        "land");
                Marks.grid(stage);
            }
            case TABLE, ROOM -> {
                Rooms.front(stage);
                brush(stage, stage.horizon(), stage.height(), Colour.of(0xb98a58), Colour.of(0x6d4428), "board");
                Marks.grid(stage);
            }
            case STUDIO, ABSTRACT, SPACE, SKY, UNDERWATER -> {}
        }
        Airs.behind(stage);
    }

    private static void brush(Stage stage, double from, double to, Colour light, Colour dark, String name) {
        Marks.brush(stage, from, to, light, dark, name);
    }
}
