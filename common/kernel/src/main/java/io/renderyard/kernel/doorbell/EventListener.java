package io.renderyard.kernel.doorbell;

/** Hears that events may be ready to be delivered. */
public interface EventListener {
    void hear(Ring.EventRecorded ring);
}
