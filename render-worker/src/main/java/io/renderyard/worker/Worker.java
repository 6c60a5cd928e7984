package io.renderyard.worker;

import org.springframework.boot.SpringApplication;

/** Starts the render worker as a process of its own. */
public final class Worker {
    private Worker() {}

    public static void main(String[] args) {
        SpringApplication.run(WorkerConfiguration.class, args);
    }
}
