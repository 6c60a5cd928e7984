package io.renderyard.kernel.event;

import java.util.UUID;

/** An event's name for life; deliveries carry it as {@code webhook-id}. */
public record EventId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
