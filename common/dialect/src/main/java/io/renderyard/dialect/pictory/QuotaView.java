package io.renderyard.dialect.pictory;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What was used of what may be used this month; contract {@code pictory.md}, section 10. Only images are made here. */
public record QuotaView(Use videoMinutes, Use transcriptionMinutes, Use elevenLabsVoiceOverMinutes, Use aiCredits) {
    /** Clients subtract from it, so that it must be a number. */
    private static final BigDecimal UNLIMITED = BigDecimal.valueOf(1_000_000_000);

    private static final Use NOTHING = new Use(BigDecimal.ZERO, BigDecimal.ZERO);

    public record Use(BigDecimal used, BigDecimal limit) {}

    /** @param limit none when null */
    public static QuotaView of(BigDecimal credits, @Nullable BigDecimal limit) {
        return new QuotaView(
                NOTHING, NOTHING, NOTHING, new Use(Amounts.of(credits), Amounts.of(limit == null ? UNLIMITED : limit)));
    }
}
