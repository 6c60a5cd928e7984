package io.renderyard.conformance.fault.farm;

import io.renderyard.db.DbConfiguration;
import io.renderyard.kernel.doorbell.Doorbell;
import io.renderyard.kernel.doorbell.Ring;
import io.renderyard.kernel.job.Lane;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** The ledger's ports in the test's own process, with a doorbell that nobody hears. */
public final class Ports implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Ports(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param secrets folder of the master key */
    public static Ports on(TestDatabase database, Path secrets, int maxAttempts) {
        return new Ports(new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .initializers((GenericApplicationContext bare) -> bare.registerBean(Doorbell.class, Unheard::new))
                .properties(Map.of(
                        "spring.config.name", "ledger",
                        "spring.main.banner-mode", "off",
                        "spring.datasource.url", database.url(),
                        "spring.datasource.username", database.username(),
                        "spring.datasource.password", database.password().reveal(),
                        "renderyard.ledger.secrets", secrets.toString(),
                        "renderyard.ledger.max-attempts", Integer.toString(maxAttempts),
                        "renderyard.doorbell.kind", "in-process"))
                .run());
    }

    /** Not a component itself, so that nobody's scan finds it. */
    @EnableAutoConfiguration
    @Import(DbConfiguration.class)
    static class Parts {}

    /** Holds every ring for good. */
    private static final class Unheard implements Doorbell {
        @Override
        public CompletableFuture<Answer> ring(Ring ring) {
            return CompletableFuture.completedFuture(Answer.HELD);
        }

        @Override
        public OptionalLong unheard(Lane lane) {
            return OptionalLong.empty();
        }
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
