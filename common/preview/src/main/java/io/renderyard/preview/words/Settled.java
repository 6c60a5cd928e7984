package io.renderyard.preview.words;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what the words have left open. */
final class Settled {
    private Settled() {}

    static Reading from(Notes notes) {
        List<Thing> things = notes.wanted();
        notes.weather.removeAll(notes.unwantedWeather);
        Scene scene = scene(notes, things);
        Set<Scene> also = EnumSet.noneOf(Scene.class);
        also.addAll(notes.scenes);
        boolean afloat = things.stream().anyMatch(each -> each.kind().habitat() == Habitat.AFLOAT);
        Scene onWater = afloat ? water(scene) : scene;
        also.add(scene);
        also.remove(onWater);
        return new Reading(
                onWater,
                also,
                hour(notes, onWater, things),
                notes.weather,
                notes.sky,
                notes.ground,
                notes.backdrop,
                notes.mood,
                things,
                notes.cliff,
                notes.stars);
    }

    private static Scene scene(Notes notes, List<Thing> things) {
        if (notes.scenes.contains(Scene.ABSTRACT) && things.isEmpty()) {
            return Scene.ABSTRACT;
        }
        Scene said = null;
        for (Scene each : notes.scenes) {
            said = said == null || each.say() > said.say() ? each : said;
        }
        if (said != null && said != Scene.SKY) {
            return said;
        }
        if (notes.cliff) {
            return Scene.SEA;
        }
        Scene suggested = suggested(things);
        if (suggested != null && (said == null || !suggested.indoors())) {
            return suggested;
        }
        if (said != null) {
            return standing(things) ? Scene.MEADOW : said;
        }
        boolean outside = notes.hour != null || !notes.weather.isEmpty() || notes.stars || notes.sky != null;
        if (things.isEmpty()) {
            return outside ? Scene.MOUNTAINS : Scene.ABSTRACT;
        }
        if (things.stream().allMatch(each -> high(each.kind()))) {
            return Scene.SKY;
        }
        return outside ? Scene.MEADOW : Scene.STUDIO;
    }

    private static boolean high(Kind kind) {
        return kind.habitat() == Habitat.AIR || kind.habitat() == Habitat.HEAVENS;
    }

    private static boolean standing(List<Thing> things) {
        return things.stream().anyMatch(each -> !high(each.kind()));
    }

    private static @Nullable Scene suggested(List<Thing> things) {
        for (Thing each : things) {
            Scene home = each.kind().home();
            if (home != null) {
                boolean meadow = home == Scene.SKY && standing(things) || home == Scene.STREET && rural(things);
                return meadow ? Scene.MEADOW : home;
            }
        }
        return null;
    }

    /** A house of its own does not stand between skyscrapers. */
    private static boolean rural(List<Thing> things) {
        return things.stream()
                .map(Thing::kind)
                .anyMatch(each -> each.home() == Scene.MEADOW && each.habitat() == Habitat.LANDMARK
                        || each == Kind.TRAIN
                        || each == Kind.BICYCLE);
    }

    /** Boats want water. */
    private static Scene water(Scene scene) {
        return switch (scene) {
            case MEADOW, MOUNTAINS, FOREST, TUNDRA -> Scene.LAKE;
            case CITY, STREET -> Scene.HARBOUR;
            case UNDERWATER,
                    SPACE,
                    PLANET,
                    ROOM,
                    TABLE,
                    BEACH,
                    HARBOUR,
                    SEA,
                    LAKE,
                    RIVER,
                    DESERT,
                    SKY,
                    STUDIO,
                    ABSTRACT -> scene;
        };
    }

    private static Hour hour(Notes notes, Scene scene, List<Thing> things) {
        if (notes.hour != null) {
            return notes.hour;
        }
        boolean dark = notes.stars
                || notes.mood == Mood.NEON
                || notes.mood == Mood.DARK
                || scene == Scene.SPACE
                || scene == Scene.PLANET
                || things.stream().anyMatch(each -> nightly(each.kind()));
        return dark && !scene.indoors() ? Hour.NIGHT : Hour.DAY;
    }

    private static boolean nightly(Kind kind) {
        return kind == Kind.MOON
                || kind == Kind.CAMPFIRE
                || kind == Kind.GHOST
                || kind == Kind.COMET
                || kind == Kind.OWL;
    }
}
