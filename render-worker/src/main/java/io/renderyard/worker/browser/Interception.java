package io.renderyard.worker.browser;

import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Traffic;

/** Stands between the page and the network, for as long as it is open, where the submission asks for it. */
final class Interception implements AutoCloseable {
    private Interception() {}

    static Interception of(RenderSpec spec, Tab tab, Notes notes, Deadline deadline)
            throws DevToolsException, InterruptedException {
        Traffic traffic = spec.traffic();
        if (!traffic.equals(Traffic.PLAIN)) {
            throw new DevToolsException.Refused("Fetch.enable", "not yet");
        }
        return new Interception();
    }

    @Override
    public void close() {}
}
