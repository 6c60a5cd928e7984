package io.renderyard.preview.words;

/** How strong the colours are. */
public enum Mood {
    PLAIN,
    PASTEL,
    NEON,
    GREY,
    DARK,
    WARM,
    COLD
}
