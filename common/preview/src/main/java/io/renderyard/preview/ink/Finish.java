package io.renderyard.preview.ink;

/** What several treatments lay over a picture. */
final class Finish {
    private Finish() {}

    static String vignette(Frame frame, Defs defs, Colour colour, double opacity) {
        String id = "vignette" + colour.hex() + opacity;
        String fill = defs.use(
                id,
                name -> "<radialGradient id='" + name + "' cx='.5' cy='.48' r='.78'>"
                        + Defs.stop(0.5, colour, 0) + Defs.stop(0.8, colour, opacity * 0.45)
                        + Defs.stop(1, colour, opacity)
                        + "</radialGradient>");
        return "<rect " + frame.cover() + " fill='" + fill + "'/>";
    }

    /** Fine noise, one octave: the costliest thing of a picture, so it is as simple as can be. */
    static String grain(Frame frame, Defs defs, double frequency, double opacity, int seed) {
        String filter = defs.use(
                "grain",
                id -> "<filter id='" + id + "' x='0' y='0' width='100%' height='100%'"
                        + " color-interpolation-filters='sRGB'><feTurbulence type='fractalNoise' baseFrequency='"
                        + Digits.of(frequency) + "' numOctaves='1' seed='" + seed
                        + "'/><feColorMatrix values='0 0 0 0 .5 0 0 0 0 .5 0 0 0 0 .5 1.6 1.2 0 0 -1'/></filter>");
        return "<rect " + frame.cover() + " filter='" + filter + "' opacity='" + Digits.of(opacity)
                + "' style='mix-blend-mode:overlay'/>";
    }
}
