package io.renderyard.gateway;

import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the gateway as a process of its own. */
public final class Gateway {
    private Gateway() {}

    public static void main(String[] args) {
        new SpringApplicationBuilder(GatewayConfiguration.class)
                .properties("spring.config.name=ledger,process,gateway")
                .run(args);
    }
}
