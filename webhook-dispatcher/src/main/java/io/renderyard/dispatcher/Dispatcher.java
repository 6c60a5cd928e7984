package io.renderyard.dispatcher;

import org.springframework.boot.SpringApplication;

/** Starts the dispatcher as a process of its own. */
public final class Dispatcher {
    private Dispatcher() {}

    public static void main(String[] args) {
        SpringApplication.run(DispatcherConfiguration.class, args);
    }
}
