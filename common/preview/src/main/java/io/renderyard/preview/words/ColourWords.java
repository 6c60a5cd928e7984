package io.renderyard.preview.words;

import io.renderyard.preview.ink.Colour;
import java.util.Map;

/** Names of colours. */
final class ColourWords {
    static final Map<String, Colour> ALL = Map.ofEntries(
            hue("red", 0xd8342c),
            hue("crimson", 0xb3152f),
            hue("scarlet", 0xe0321c),
            hue("maroon", 0x7a1f2b),
            hue("burgundy", 0x6e1a33),
            hue("orange", 0xf0842a),
            hue("coral pink", 0xff7f6a),
            hue("salmon pink", 0xfa9a86),
            hue("amber", 0xf2a71b),
            hue("yellow", 0xf6cf2f),
            hue("gold", 0xe3b23c),
            hue("golden", 0xe3b23c),
            hue("lemon yellow", 0xf7e45a),
            hue("green", 0x3f9d4a),
            hue("lime green", 0x9bd13c),
            hue("mint", 0x9fdcc0),
            hue("olive", 0x84863a),
            hue("emerald green", 0x1f9e6a),
            hue("teal", 0x178f90),
            hue("turquoise", 0x3cc4bd),
            hue("aqua", 0x55d4d8),
            hue("cyan", 0x35c9e6),
            hue("blue", 0x2f6fd0),
            hue("azure", 0x3d9be8),
            hue("navy", 0x1d2f63),
            hue("cobalt", 0x2049b5),
            hue("indigo", 0x43379c),
            hue("purple", 0x7d3fb0),
            hue("violet", 0x8a4fd0),
            hue("lilac", 0xc3a3de),
            hue("magenta", 0xd63aa5),
            hue("fuchsia", 0xe23fb4),
            hue("pink", 0xf28bb2),
            hue("hot pink", 0xf2408f),
            hue("brown", 0x7d5230),
            hue("chocolate", 0x5c3822),
            hue("tan", 0xcda878),
            hue("beige", 0xe3d3b0),
            hue("cream", 0xf5ead0),
            hue("ivory", 0xf4efdf),
            hue("white", 0xf6f6f2),
            hue("silver", 0xbfc6cf),
            hue("grey", 0x8d939c),
            hue("gray", 0x8d939c),
            hue("black", 0x26262e),
            hue("bronze", 0xa8723a),
            hue("copper", 0xc0703f),
            hue("rainbow coloured", 0xe0559a),
            hue("stone", 0xa39b8f),
            hue("brick", 0xa8553f),
            hue("wooden", 0x8f5f36),
            hue("marble", 0xe6e4e0));

    private ColourWords() {}

    private static Map.Entry<String, Colour> hue(String name, int rgb) {
        return Map.entry(name, Colour.of(rgb));
    }
}
