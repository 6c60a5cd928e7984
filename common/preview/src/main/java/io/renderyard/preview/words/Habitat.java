package io.renderyard.preview.words;

/** Where a kind of thing belongs. */
public enum Habitat {
    /** Big, far back, on firm ground. */
    LANDMARK,
    /** On firm ground, anywhere. */
    GROUND,
    AFLOAT,
    SUNKEN,
    AIR,
    /** Further than the clouds. */
    HEAVENS,
    /** On a table, or in a hand. */
    TABLE
}
