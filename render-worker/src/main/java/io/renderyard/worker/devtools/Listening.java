package io.renderyard.worker.devtools;

/** Somebody listens until this is closed; an event that is already under way may still reach the handler after. */
public interface Listening extends AutoCloseable {
    @Override
    void close();
}
