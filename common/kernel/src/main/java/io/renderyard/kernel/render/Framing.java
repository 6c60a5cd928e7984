package io.renderyard.kernel.render;

/**
 * Which part of the page becomes the picture, before what, and how large at most.
 *
 * @param limit a picture that would be larger is scaled down
 */
public record Framing(Area area, Background background, SizeLimit limit) {
    /** What the viewport shows, as the page paints it. */
    public static final Framing WINDOW = of(new Area.Window());

    public static Framing of(Area area) {
        return new Framing(area, Background.PAGE, SizeLimit.STANDARD);
    }

    /** What is behind the page. */
    public enum Background {
        /** White, unless the page's own style makes the root transparent on purpose through the added style sheet. */
        PAGE,
        /** Nothing: where the page paints nothing the picture is transparent, in formats that can be. */
        TRANSPARENT,
        /** White, whatever the page says. */
        OPAQUE
    }
}
