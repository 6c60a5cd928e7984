package io.renderyard.preview.ink;

/** From the back to the front. */
public enum Plane {
    SKY,
    FAR,
    GROUND,
    THINGS,
    FRONT
}
