package io.renderyard.preview.shape;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Dice;
import org.jspecify.annotations.Nullable;

/**
 * How one thing is to look.
 *
 * @param name the word used for it
 * @param asked the colour asked for
 * @param dark true when lamps and windows are lit
 * @param snowy true when snow lies on it
 */
public record Look(String name, @Nullable Colour asked, boolean dark, boolean snowy, Dice dice) {
    /** @param rgb its colour when none is asked for */
    Colour or(int rgb) {
        return asked == null ? Colour.of(rgb) : asked;
    }

    Colour or(Colour other) {
        return asked == null ? other : asked;
    }

    boolean called(String... names) {
        for (String each : names) {
            if (name.contains(each)) {
                return true;
            }
        }
        return false;
    }

    static Colour rgb(int rgb) {
        return Colour.of(rgb);
    }
}
