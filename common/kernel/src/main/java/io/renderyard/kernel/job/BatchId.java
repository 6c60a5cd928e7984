package io.renderyard.kernel.job;

import java.util.Optional;
import java.util.UUID;

/** A batch's name: a time-ordered UUID, like a job's. */
public record BatchId(UUID value) {
    /** Reads the canonical 36-character form; anything else is empty, never an error. */
    public static Optional<BatchId> parse(String text) {
        return JobId.parse(text).map(id -> new BatchId(id.value()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
