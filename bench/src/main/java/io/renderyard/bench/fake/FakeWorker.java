package io.renderyard.bench.fake;

import io.renderyard.worker.WorkerConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Starts a render worker without browsers: rings, claims, leases, storage and completion are the real ones, only what
 * draws is a {@link FakeRenderer}. It takes the environment variables of the real worker.
 */
public final class FakeWorker {
    private FakeWorker() {}

    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** Not started yet, for those who put something between it and the outside. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(WorkerConfiguration.class, FakeFleetConfiguration.class)
                .properties("spring.config.name=ledger,process,worker");
    }
}
