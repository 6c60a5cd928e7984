package io.renderyard.kernel.image;

/** The two ways in which one image is drawn, each by a job of its own. */
public enum Rendition {
    /** Pixels; other formats of pixels are made of them on reading. */
    RASTER,
    /** Pages. */
    DOCUMENT
}
