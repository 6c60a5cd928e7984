package io.renderyard.imaging.gif;

/** The colours of one scene, and perhaps an index that stands for "what was there before". */
final class Palette {
    static final int NONE = -1;

    private final int[] colours;
    private final int transparent;
    private final boolean exact;

    /**
     * @param colours {@code 0xrrggbb}, at most 256; none where all is transparent
     * @param transparent whether one index more is needed; then there are at most 255 colours
     * @param exact whether every colour of the scene is among them
     */
    Palette(int[] colours, boolean transparent, boolean exact) {
        this.colours = colours;
        this.transparent = transparent ? colours.length : NONE;
        this.exact = exact;
    }

    int[] colours() {
        return colours;
    }

    /** The index that leaves a pixel as it was, or {@link #NONE}. */
    int transparent() {
        return transparent;
    }

    boolean exact() {
        return exact;
    }

    /** Bits of an index, 1 to 8. */
    int bits() {
        int entries = colours.length + (transparent == NONE ? 0 : 1);
        return Math.max(1, 32 - Integer.numberOfLeadingZeros(entries - 1));
    }
}
