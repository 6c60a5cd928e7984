package io.renderyard.preview.words;

import io.renderyard.preview.ink.Colour;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a prompt says.
 *
 * @param also scenes named besides, to be seen in the distance
 * @param sky the colour asked for the sky
 * @param ground the colour asked for ground, water or table
 * @param backdrop the colour asked for what is behind everything
 * @param things in the order of the words, the first being what the picture is about
 * @param stars true when the sky is to be full of them
 */
public record Reading(
        Scene scene,
        Set<Scene> also,
        Hour hour,
        Set<Weather> weather,
        @Nullable Colour sky,
        @Nullable Colour ground,
        @Nullable Colour backdrop,
        Mood mood,
        List<Thing> things,
        boolean cliff,
        boolean stars) {
    public Reading {
        also = Set.copyOf(also);
        weather = Set.copyOf(weather);
        things = List.copyOf(things);
    }

    /** The same at another hour. */
    public Reading at(Hour other) {
        return new Reading(scene, also, other, weather, sky, ground, backdrop, mood, things, cliff, stars);
    }

    public boolean has(Weather one) {
        return weather.contains(one);
    }
}
