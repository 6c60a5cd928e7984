package io.renderyard.kernel.job;

import java.util.Optional;
import java.util.UUID;

/** A job's name: a time-ordered UUID, so that newer jobs sort after older ones. */
public record JobId(UUID value) {
    private static final int TEXT_LENGTH = 36;

    /** Reads the canonical 36-character form; anything else is empty, never an error. */
    public static Optional<JobId> parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(new JobId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAUuid) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
