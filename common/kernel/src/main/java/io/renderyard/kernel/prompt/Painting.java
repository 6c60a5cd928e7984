package io.renderyard.kernel.prompt;

import java.math.BigDecimal;

/**
 * Who painted what is in a picture, and what that cost.
 *
 * @param backend name of the provider; {@value #PREVIEW} for the built-in painter, which is no model
 * @param credits what that costs; may be a fraction. A preview tells what its model would have cost, and is free
 */
public record Painting(String backend, BigDecimal credits) {
    public static final String PREVIEW = "preview";
}
