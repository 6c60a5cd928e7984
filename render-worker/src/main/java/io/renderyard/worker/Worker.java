package io.renderyard.worker;

import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts a render worker as a process of its own. */
public final class Worker {
    private Worker() {}

    public static void main(String[] args) {
        new SpringApplicationBuilder(WorkerConfiguration.class)
                .properties("spring.config.name=ledger,process,worker")
                .run(args);
    }
}
