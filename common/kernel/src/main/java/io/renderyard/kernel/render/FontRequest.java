package io.renderyard.kernel.render;

import java.util.List;

/**
 * A font family in the words of Google Fonts.
 *
 * @param family such as {@code Open Sans}
 * @param variants weights, italics with an {@code i} at the end, such as {@code 700} and {@code 400i}; empty for the
 *     regular one
 */
public record FontRequest(String family, List<String> variants) {
    public FontRequest {
        variants = List.copyOf(variants);
    }
}
