package io.renderyard.preview.ink;

import java.util.Comparator;
import java.util.List;

/** One colour in nine steps, and the accents that were asked for; nothing else. */
record Reduced(Colour base, List<Colour> accents) implements Treatment {
    private static final double NEAR = 24;
    private static final double GREY = 0.12;
    private static final double SAME = 0.08;
    private static final double RELATED = 0.3;
    private static final double CALM = 0.9;
    private static final int STEPS = 9;

    Reduced {
        accents = List.copyOf(accents);
    }

    @Override
    public Colour tone(Colour colour) {
        return accents.stream()
                .filter(accent -> akin(colour, accent))
                .min(Comparator.comparingDouble(colour::apart))
                .map(accent -> shaded(accent, colour))
                .orElseGet(() -> step(colour));
    }

    /** A shade of the accent: the one that was named stays itself, whatever light falls on it. */
    private static Colour shaded(Colour accent, Colour colour) {
        double brighter = colour.luminance() - accent.luminance();
        Colour calm = accent.vivid(CALM);
        if (Math.abs(brighter) < 0.12) {
            return calm;
        }
        return brighter > 0 ? calm.light(Math.min(0.5, brighter)) : calm.dark(Math.min(0.5, -brighter));
    }

    private Colour step(Colour colour) {
        double step = Math.round(colour.luminance() * STEPS) / (double) STEPS;
        double calm = Math.min(0.34, base.saturation() * 0.6);
        return Colour.hsl(base.hue(), calm, 0.2 + step * 0.75);
    }

    private static boolean akin(Colour colour, Colour accent) {
        if (accent.chroma() < GREY) {
            return colour.chroma() < GREY && Math.abs(colour.luminance() - accent.luminance()) < 0.4;
        }
        double apart = colour.apart(accent);
        return apart < SAME
                || apart < RELATED
                        && colour.saturation() > 0.42
                        && accent.saturation() > 0.3
                        && near(colour.hue(), accent.hue());
    }

    private static boolean near(double one, double other) {
        double apart = Math.abs(one - other) % 360;
        return Math.min(apart, 360 - apart) < NEAR;
    }

    @Override
    public String area(Colour colour, Defs defs) {
        return "fill='" + colour.hex() + "'";
    }

    @Override
    public String ground(Colour upper, Colour lower, Defs defs) {
        return "fill='" + upper.hex() + "'";
    }

    @Override
    public boolean sparse() {
        return true;
    }
}
