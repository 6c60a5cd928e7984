package io.renderyard.models;

import org.jspecify.annotations.Nullable;

/**
 * The picture somebody wants.
 *
 * @param words the prompt, with the phrase of its style
 * @param negative what is not to be seen; providers without a place for it do not get it
 * @param ratio such as {@code 16:9}
 * @param size exactly this one, where the provider takes sizes; null for what its settings say for the ratio
 * @param seed the same one gives the same picture, where the provider has seeds
 * @param reference left out where the model cannot take one
 */
public record Wish(
        String words,
        @Nullable String negative,
        String ratio,
        @Nullable Size size,
        @Nullable Long seed,
        @Nullable Reference reference) {

    /** Words and a ratio, nothing else. */
    public Wish(String words, String ratio) {
        this(words, null, ratio, null, null, null);
    }
}
