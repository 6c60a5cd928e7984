package io.renderyard.imaging.gif;

/** How a colour outside the palette is shown. */
public enum Dither {
    /** The nearest colour of the palette: smallest, gradients may show bands. */
    NONE,
    /** Two colours of the palette mixed by a pattern that depends on the position only: what stands still, stays still. */
    ORDERED
}
