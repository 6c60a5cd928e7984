package io.renderyard.conformance.fault;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Settings of a worker. */
final class Size {
    private Size() {}

    /** @param slots pictures at once; each takes no time */
    static Map<String, String> slots(int slots) {
        return Map.of("RENDERYARD_WORKER_SLOTS", Integer.toString(slots));
    }

    static Map<String, String> slots(int slots, Duration render) {
        Map<String, String> settings = new HashMap<>(slots(slots));
        settings.put("BENCH_RENDERDURATION", render.toMillis() + "ms");
        return settings;
    }
}
