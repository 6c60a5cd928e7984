package io.renderyard.dialect.pictify;

import io.renderyard.kernel.event.DeliveryId;
import io.renderyard.kernel.subscription.SubscriptionId;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids of subscriptions and their deliveries as this vendor's clients see them: a prefix and 32 hexadecimal digits. */
public final class SubscriptionUid {
    private static final Pattern FORM = Pattern.compile("wh_[0-9a-f]{32}");
    private static final int HALF = 16;

    private SubscriptionUid() {}

    public static String of(SubscriptionId id) {
        return "wh_" + hex(id.value());
    }

    public static String of(DeliveryId id) {
        return "del_" + hex(id.value());
    }

    /** Empty for a text that is none. */
    public static Optional<SubscriptionId> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        String hex = text.substring("wh_".length());
        return Optional.of(new SubscriptionId(new UUID(
                HexFormat.fromHexDigitsToLong(hex, 0, HALF), HexFormat.fromHexDigitsToLong(hex, HALF, 2 * HALF))));
    }

    private static String hex(UUID id) {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(id.getMostSignificantBits()) + hex.toHexDigits(id.getLeastSignificantBits());
    }
}
