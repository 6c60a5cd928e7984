package io.renderyard.db.outbox;

import io.renderyard.kernel.doorbell.Ring;

/** A ring that is on disk and not yet known to be heard. */
public record OutboxEntry(long id, Ring ring) {}
