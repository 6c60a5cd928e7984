package io.renderyard.worker.browser;

import io.renderyard.kernel.render.RenderSpec;

/** Tells a tab what the page shall believe of the world. */
final class Emulation {
    private Emulation() {}

    static void apply(RenderSpec spec, Tab tab, Deadline deadline) throws DevToolsException, InterruptedException {
        tab.resize(spec.viewport(), deadline);
    }
}
