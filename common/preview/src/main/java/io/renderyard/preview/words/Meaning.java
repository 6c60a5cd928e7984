package io.renderyard.preview.words;

import io.renderyard.preview.ink.Colour;

/** What one word or phrase may say. */
sealed interface Meaning {
    record Place(Scene scene) implements Meaning {}

    record Time(Hour hour) implements Meaning {}

    record Air(Weather weather) implements Meaning {}

    record Hue(Colour colour) implements Meaning {}

    /** @param count zero for "no" and "without" */
    record Count(int count) implements Meaning {}

    record Named(Kind kind, String name) implements Meaning {}

    record Feeling(Mood mood) implements Meaning {}

    /** A world to stand on. */
    record World(Colour ground) implements Meaning {}

    /** What things stand before; without a colour it says only where: "a hill in the background". */
    record Backdrop() implements Meaning {}

    record Cliff() implements Meaning {}

    record Stars() implements Meaning {}

    /** Words between a thing and its colour: "the boat is red". */
    record Copula() implements Meaning {}
}
