package io.renderyard.preview.words;

/** What the air does; several at once. */
public enum Weather {
    CLEAR,
    CLOUDS,
    RAIN,
    STORM,
    SNOW,
    FOG,
    WIND,
    RAINBOW
}
