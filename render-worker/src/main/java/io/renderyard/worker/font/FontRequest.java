package io.renderyard.worker.font;

import java.util.List;

/**
 * A family that a page asks for by name.
 *
 * @param family as CSS names it, such as {@code Open Sans}
 * @param variants such as {@code 300}, {@code 700italic} or {@code bold}; the regular one when there are none
 */
public record FontRequest(String family, List<String> variants) {
    public FontRequest {
        family = family.strip();
        variants = List.copyOf(variants);
        if (family.isEmpty()) {
            throw new IllegalArgumentException("A font without a family name.");
        }
    }
}
