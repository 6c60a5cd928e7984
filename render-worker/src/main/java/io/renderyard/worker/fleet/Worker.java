package io.renderyard.worker.fleet;

import io.renderyard.worker.WorkerConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts a render worker that draws with Chrome as a process of its own. */
public final class Worker {
    private Worker() {}

    public static void main(String[] args) {
        new SpringApplicationBuilder(WorkerConfiguration.class, FleetConfiguration.class)
                .properties("spring.config.name=ledger,process,worker")
                .run(args);
    }
}
