package io.renderyard.preview.words;

/** The time of day. */
public enum Hour {
    DAWN,
    DAY,
    GOLDEN,
    SUNSET,
    DUSK,
    NIGHT;

    public boolean dark() {
        return this == DUSK || this == NIGHT;
    }
}
