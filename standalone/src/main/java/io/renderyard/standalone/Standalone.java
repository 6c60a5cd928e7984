package io.renderyard.standalone;

import org.springframework.boot.SpringApplication;

/** Starts gateway, worker and dispatcher in one process. */
public final class Standalone {
    private Standalone() {}

    public static void main(String[] args) {
        SpringApplication.run(StandaloneConfiguration.class, args);
    }
}
