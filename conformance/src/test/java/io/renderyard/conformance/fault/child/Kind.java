package io.renderyard.conformance.fault.child;

import io.renderyard.bench.fake.FakeWorker;
import io.renderyard.dispatcher.DispatcherConfiguration;
import io.renderyard.gateway.GatewayConfiguration;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The processes of a farm, each as its own main class starts it; a worker draws nothing. */
public enum Kind {
    GATEWAY(() -> new SpringApplicationBuilder(GatewayConfiguration.class)
            .properties("spring.config.name=ledger,process,gateway")),
    DISPATCHER(() -> new SpringApplicationBuilder(DispatcherConfiguration.class)
            .properties("spring.config.name=ledger,process,dispatcher")),
    WORKER(FakeWorker::application);

    private final Supplier<SpringApplicationBuilder> application;

    Kind(Supplier<SpringApplicationBuilder> application) {
        this.application = application;
    }

    SpringApplicationBuilder application() {
        return application.get();
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
