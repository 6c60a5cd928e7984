package io.renderyard.worker.browser;

/** Writes down what the page complains of, for as long as it is open. */
final class Observation implements AutoCloseable {
    private Observation() {}

    static Observation of(Tab tab, Notes notes) {
        return new Observation();
    }

    @Override
    public void close() {}
}
