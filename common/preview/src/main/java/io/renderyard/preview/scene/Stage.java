package io.renderyard.preview.scene;

import io.renderyard.preview.ink.Dice;
import io.renderyard.preview.ink.Frame;
import io.renderyard.preview.ink.Pen;
import io.renderyard.preview.words.Habitat;
import io.renderyard.preview.words.Reading;
import io.renderyard.preview.words.Weather;

/**
 * What everything that is drawn knows.
 *
 * @param horizon its height in pixels from above
 * @param lit where the light comes from, across and down
 * @param left true when what is heavy stands on the left
 */
record Stage(
        Frame frame,
        Reading reading,
        Light light,
        Pen pen,
        Dice dice,
        double horizon,
        double lit,
        double high,
        boolean left) {
    double width() {
        return frame.width();
    }

    double height() {
        return frame.height();
    }

    /** A share of the shorter side in pixels. */
    double unit(double share) {
        return frame.unit() * share;
    }

    boolean sparse() {
        return pen.treatment().sparse();
    }

    boolean snowy() {
        return reading.has(Weather.SNOW);
    }

    boolean wants(Habitat habitat) {
        return reading.things().stream().anyMatch(each -> each.kind().habitat() == habitat);
    }

    /** Something that stands on firm ground, other than a landmark. */
    boolean peopled() {
        return wants(Habitat.GROUND) || wants(Habitat.TABLE);
    }

    /** Across, with the heavy side on the left or on the right. */
    double side(double share) {
        return width() * (left ? share : 1 - share);
    }

    Pen near() {
        light.breathe(pen, 0);
        return pen;
    }

    Pen away(double distance) {
        light.breathe(pen, distance);
        return pen;
    }

    static Stage of(Frame frame, Reading reading, Light light, Pen pen, Dice dice) {
        double share = switch (reading.scene()) {
            case SEA, HARBOUR, LAKE -> frame.tall() ? 0.56 : 0.55;
            case BEACH -> 0.46;
            case CITY, STREET -> 0.6;
            case MOUNTAINS -> 0.62;
            case FOREST -> 0.56;
            case RIVER, DESERT, MEADOW, TUNDRA, PLANET -> frame.tall() ? 0.58 : 0.54;
            case TABLE, ROOM -> 0.62;
            case STUDIO -> 0.64;
            case UNDERWATER -> 0.8;
            case SPACE, SKY, ABSTRACT -> 1;
        };
        boolean left = dice.chance(0.5);
        double lit = left ? dice.between(0.66, 0.82) : dice.between(0.18, 0.34);
        double horizon = frame.height() * share;
        boolean sparse = pen.treatment().sparse();
        double high = switch (reading.hour()) {
            case DAY -> 0.2;
            case GOLDEN -> 0.5;
            case DAWN, SUNSET -> sparse ? 0.5 : 0.87;
            case DUSK -> 0.96;
            case NIGHT -> 0.24;
        };
        return new Stage(frame, reading, light, pen, dice, horizon, frame.width() * lit, horizon * high, left);
    }
}
