package io.renderyard.db.setup;

import io.renderyard.db.ClockConfiguration;
import io.renderyard.db.LedgerSettings;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** The step before serving: migrates the schema, creates the first tenant, and ends. */
public final class Setup {
    private Setup() {}

    public static void main(String[] args) {
        try (var context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=ledger")
                .run(args)) {
            Environment settings = context.getEnvironment();
            Migration.run(
                    settings.getRequiredProperty("spring.datasource.url"),
                    settings.getRequiredProperty("spring.datasource.username"),
                    settings.getRequiredProperty("spring.datasource.password"));
            context.getBean(FirstTenant.class).ensure();
        }
    }

    /** Not a component itself, so that an application which scans the ledger does not pick it up. */
    @EnableAutoConfiguration
    @EnableConfigurationProperties(LedgerSettings.class)
    @Import(ClockConfiguration.class)
    @ComponentScan({"io.renderyard.db.secret", "io.renderyard.db.setup", "io.renderyard.db.tenant"})
    @EntityScan("io.renderyard.db.tenant")
    @EnableJpaRepositories(basePackages = "io.renderyard.db.tenant")
    static class Parts {}
}
