package io.renderyard.preview.words;

import io.renderyard.preview.ink.Colour;
import org.jspecify.annotations.Nullable;

/**
 * Something to be drawn.
 *
 * @param colour the one asked for
 * @param count at least one
 * @param name the word that was used, such as {@code unicorn} for a horse
 */
public record Thing(Kind kind, String name, @Nullable Colour colour, int count) {}
