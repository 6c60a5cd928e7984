package io.renderyard.dialect.pictory;

import io.renderyard.kernel.painting.Credits.Charge;
import java.math.BigDecimal;

/** A completed job that was paid for; contract {@code pictory.md}, section 10. */
public record CreditEntry(
        String transactionId,
        String type,
        BigDecimal amount,
        String source,
        String description,
        String plan,
        String transactionDate) {
    public static CreditEntry of(Charge charge) {
        return new CreditEntry(
                charge.id().toString(),
                "debit",
                Amounts.of(charge.credits()),
                "Text-to-Image",
                "Image by " + charge.model(),
                "Renderyard",
                Times.of(charge.chargedAt()));
    }
}
