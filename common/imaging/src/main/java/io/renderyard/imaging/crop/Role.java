package io.renderyard.imaging.crop;

/** Which of the values of a crop an error is about. */
public enum Role {
    X_START,
    X_END,
    WIDTH,
    X_ORIGIN,
    Y_START,
    Y_END,
    HEIGHT,
    Y_ORIGIN,
    RATIO
}
