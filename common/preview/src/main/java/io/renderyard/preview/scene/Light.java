package io.renderyard.preview.scene;

import io.renderyard.preview.ink.Colour;
import io.renderyard.preview.ink.Pen;
import io.renderyard.preview.words.Hour;
import io.renderyard.preview.words.Reading;
import io.renderyard.preview.words.Scene;
import io.renderyard.preview.words.Weather;

/**
 * The colours of the air.
 *
 * @param haze what the distance fades into
 * @param tint what falls on everything, and how much of it
 * @param dark true when lamps are lit
 */
record Light(Colour top, Colour middle, Colour low, Colour sun, Colour haze, Colour tint, double share, boolean dark) {
    static Light of(Reading reading) {
        Light light = felt(weathered(hour(reading.hour()), reading), reading);
        Colour sky = reading.sky() == null ? reading.backdrop() : reading.sky();
        if (sky != null) {
            light = light.sky(sky.dark(0.28), sky, sky.light(0.45));
        }
        Colour ground = reading.ground();
        if (reading.scene() == Scene.PLANET) {
            Colour dust = ground == null ? Colour.of(0xc1562f) : ground;
            light = light.sky(
                    Colour.of(0x05060f), Colour.of(0x120f22).mix(dust, 0.12), dust.mix(Colour.of(0x2a1a30), 0.4));
            light = new Light(
                    light.top,
                    light.middle,
                    light.low,
                    light.sun,
                    dust.mix(Colour.of(0x30203a), 0.4),
                    Colour.of(0x1a1430),
                    0.1,
                    true);
        }
        return light;
    }

    private static Light hour(Hour hour) {
        return switch (hour) {
            case DAY -> light(0x2b78c8, 0x78b6e8, 0xdcf0f6, 0xfff6d8, 0xcbe2ee, 0xffffff, 0, false);
            case DAWN -> light(0x56689f, 0xe0a0b0, 0xffdcae, 0xffe3b8, 0xeec6bd, 0xffb89a, 0.1, false);
            case GOLDEN -> light(0x5d8fc4, 0xf2cc94, 0xffe6ac, 0xfff0b8, 0xf6d8a4, 0xffa94a, 0.14, false);
            case SUNSET -> light(0x36336f, 0xcf4f78, 0xffb058, 0xffdf9a, 0xe08a70, 0x6a2a5a, 0.24, false);
            case DUSK -> light(0x1b2150, 0x57488a, 0xe28c88, 0xffc9a0, 0x75689c, 0x2c2a66, 0.38, true);
            case NIGHT -> light(0x060a20, 0x12204e, 0x2d4c80, 0xe9eeff, 0x21376a, 0x0b1640, 0.46, true);
        };
    }

    private static Light light(int top, int middle, int low, int sun, int haze, int tint, double share, boolean dark) {
        return new Light(
                Colour.of(top),
                Colour.of(middle),
                Colour.of(low),
                Colour.of(sun),
                Colour.of(haze),
                Colour.of(tint),
                share,
                dark);
    }

    private Light sky(Colour newTop, Colour newMiddle, Colour newLow) {
        return new Light(newTop, newMiddle, newLow, sun, haze.mix(newLow, 0.5), tint, share, dark);
    }

    private Light towards(Colour grey, double amount, double dim) {
        return new Light(
                top.mix(grey, amount).dark(dim),
                middle.mix(grey, amount).dark(dim),
                low.mix(grey, amount).dark(dim * 0.6),
                sun,
                haze.mix(grey, amount).dark(dim),
                tint.mix(grey, amount),
                Math.min(0.6, share + amount * 0.12),
                dark);
    }

    private static Light weathered(Light light, Reading reading) {
        Colour grey = light.dark ? Colour.of(0x2a3350) : Colour.of(0xa3adb8);
        Light now = light;
        if (reading.has(Weather.STORM)) {
            now = now.towards(grey.dark(0.35), 0.72, 0.18);
        } else if (reading.has(Weather.RAIN)) {
            now = now.towards(grey, 0.6, 0.1);
        } else if (reading.has(Weather.CLOUDS)) {
            now = now.towards(grey, 0.45, 0);
        }
        if (reading.has(Weather.SNOW)) {
            now = now.towards(light.dark ? Colour.of(0x32466e) : Colour.of(0xd3dee8), 0.38, 0);
        }
        if (reading.has(Weather.FOG)) {
            now = now.towards(light.low.mix(light.dark ? Colour.of(0x6a7396) : Colour.of(0xdde3e6), 0.5), 0.46, 0);
        }
        return now;
    }

    private static Light felt(Light light, Reading reading) {
        return switch (reading.mood()) {
            case PLAIN, GREY -> light;
            case PASTEL -> light.towards(Colour.of(0xf6e3ec), 0.34, 0);
            case NEON -> light.dark ? light.sky(Colour.of(0x0d0730), Colour.of(0x43188a), Colour.of(0xe8489a)) : light;
            case DARK -> light.towards(Colour.of(0x1c1a2c), 0.3, 0.1);
            case WARM -> light.towards(Colour.of(0xf6b26a), 0.16, 0);
            case COLD -> light.towards(Colour.of(0x8ab4d8), 0.2, 0);
        };
    }

    /** @param distance 0 for near, 1 for the horizon */
    void breathe(Pen pen, double distance) {
        breathe(pen, distance, share);
    }

    /** Things keep more of their own colour than the land does, or nobody would find them at night. */
    void touch(Pen pen, double distance) {
        breathe(pen, distance, share * 0.55);
    }

    private void breathe(Pen pen, double distance, double amount) {
        double fade = distance * 0.62;
        double both = 1 - (1 - amount) * (1 - fade);
        Colour mixed = both == 0 ? tint : tint.mix(haze, fade / (fade + amount * (1 - fade)));
        pen.air(mixed, both);
    }
}
