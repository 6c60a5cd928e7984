package io.renderyard.gateway;

import org.springframework.boot.SpringApplication;

/** Starts the gateway as a process of its own. */
public final class Gateway {
    private Gateway() {}

    public static void main(String[] args) {
        SpringApplication.run(GatewayConfiguration.class, args);
    }
}
