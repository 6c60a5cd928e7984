package io.renderyard.dispatcher;

import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the dispatcher as a process of its own. */
public final class Dispatcher {
    private Dispatcher() {}

    public static void main(String[] args) {
        new SpringApplicationBuilder(DispatcherConfiguration.class)
                .properties("spring.config.name=ledger,process,dispatcher")
                .run(args);
    }
}
