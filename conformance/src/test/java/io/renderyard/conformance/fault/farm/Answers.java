package io.renderyard.conformance.fault.farm;

import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The jobs that the farm said yes to: what a client was promised, written down by the client. */
public final class Answers {
    private final Queue<UUID> jobs = new ConcurrentLinkedQueue<>();

    void add(UUID job) {
        jobs.add(job);
    }

    public Collection<UUID> jobs() {
        return List.copyOf(jobs);
    }
}
