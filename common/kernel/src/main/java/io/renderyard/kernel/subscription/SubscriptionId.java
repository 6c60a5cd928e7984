package io.renderyard.kernel.subscription;

import java.util.UUID;

public record SubscriptionId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
