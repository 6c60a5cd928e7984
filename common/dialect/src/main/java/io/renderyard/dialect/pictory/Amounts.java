package io.renderyard.dialect.pictory;

import java.math.BigDecimal;

/** Credits on the wire: decimal numbers without idle zeros, such as {@code 0.6}, {@code 2} and {@code 140}. */
final class Amounts {
    private Amounts() {}

    static BigDecimal of(BigDecimal credits) {
        BigDecimal plain = credits.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
