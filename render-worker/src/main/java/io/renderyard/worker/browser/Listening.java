package io.renderyard.worker.browser;

/** Somebody listens until this is closed; an event that is already under way may still reach the handler after. */
interface Listening extends AutoCloseable {
    @Override
    void close();
}
