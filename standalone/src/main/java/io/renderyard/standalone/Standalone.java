package io.renderyard.standalone;

import io.renderyard.db.embedded.EmbeddedPostgres;
import io.renderyard.db.setup.Migration;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Gateway, worker and dispatcher in one process, on a PostgreSQL of its own. All that it keeps is in one folder, named
 * by the environment variable {@code RENDERYARD_STANDALONE_DATA}.
 */
public final class Standalone {
    private static final String DATA = "RENDERYARD_STANDALONE_DATA";

    private Standalone() {}

    /** PostgreSQL first and last: it starts before anything asks for it, and stops when nothing does any more. */
    public static void main(String[] args) {
        Path data = data();
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data.resolve("postgres"));
        SpringApplication.getShutdownHandlers().add(postgres::close);
        String password = postgres.password().reveal();
        Migration.run(postgres.jdbcUrl(), postgres.username(), password);
        new SpringApplicationBuilder(StandaloneConfiguration.class)
                .properties(settings(data, postgres, password))
                .run(args);
    }

    private static Map<String, Object> settings(Path data, EmbeddedPostgres postgres, String password) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.config.name", "ledger,process,gateway,worker,dispatcher,standalone");
        settings.put("spring.datasource.url", postgres.jdbcUrl());
        settings.put("spring.datasource.username", postgres.username());
        settings.put("spring.datasource.password", password);
        settings.put("renderyard.ledger.secrets", data.toString());
        settings.put("renderyard.storage.folder", data.resolve("artifacts").toString());
        settings.put("renderyard.doorbell.kind", hasBroker() ? "rabbitmq" : "in-process");
        return settings;
    }

    private static Path data() {
        String data = System.getenv(DATA);
        if (data == null || data.isBlank()) {
            throw new IllegalArgumentException(
                    DATA + " is not set: name the folder where everything is kept, or start with ./yard up");
        }
        return Path.of(data).toAbsolutePath();
    }

    private static boolean hasBroker() {
        return System.getenv("SPRING_RABBITMQ_ADDRESSES") != null || System.getenv("SPRING_RABBITMQ_HOST") != null;
    }
}
