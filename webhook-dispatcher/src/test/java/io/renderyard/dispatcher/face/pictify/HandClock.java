package io.renderyard.dispatcher.face.pictify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Moves when it is told to. */
final class HandClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-22T10:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    void advance(Duration by) {
        now = now.plus(by);
    }
}
