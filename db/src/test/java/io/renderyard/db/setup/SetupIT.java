package io.renderyard.db.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.db.TestLedger;
import io.renderyard.db.TestPostgres;
import io.renderyard.kernel.tenant.CredentialVerifier;
import io.renderyard.kernel.tenant.PresentedCredential;
import io.renderyard.kernel.tenant.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SetupIT {
    @TempDir
    Path secrets = Path.of("");

    @Test
    void anEmptyDatabaseIsReadyAfterSetupAndSetupMayBeRepeated() throws IOException {
        TestPostgres.Database database = TestPostgres.empty();
        String[] arguments = {
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + database.username(),
            "--spring.datasource.password=" + database.password(),
            "--renderyard.ledger.secrets=" + secrets
        };

        Setup.main(arguments);
        String credentials = Files.readString(secrets.resolve("credentials.json"));
        Setup.main(arguments);

        assertThat(Files.readString(secrets.resolve("credentials.json"))).isEqualTo(credentials);
        assertThat(JdbcClient.create(database.dataSource())
                        .sql("select count(*) from tenant")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void theFirstTenantsCredentialsAreInAPrivateFileAndWork() throws IOException {
        TestLedger ledger = TestLedger.shared();

        ledger.part(FirstTenant.class).ensure();

        Path file = ledger.secrets().resolve("credentials.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        JsonNode credentials = new JsonMapper().readTree(Files.readString(file));
        var verifier = ledger.part(CredentialVerifier.class);
        String apiKey = credentials.get("apiKey").asString();
        assertThat(verifier.verify(new PresentedCredential(null, new Secret(apiKey))))
                .isPresent();
        assertThat(verifier.verify(
                        new PresentedCredential(credentials.get("apiId").asString(), new Secret(apiKey))))
                .isPresent();
        for (String name : new String[] {"pictoryKey", "pictoryTestKey"}) {
            assertThat(verifier.verify(new PresentedCredential(
                            null, new Secret(credentials.get(name).asString()))))
                    .as(name)
                    .isPresent();
        }
    }

    @Test
    void whereThereIsATenantNothingIsWritten() throws IOException {
        TestLedger ledger = TestLedger.shared();
        ledger.tenant();
        Files.deleteIfExists(ledger.secrets().resolve("credentials.json"));

        ledger.part(FirstTenant.class).ensure();

        assertThat(ledger.secrets().resolve("credentials.json")).doesNotExist();
        assertThat(ledger.count("tenant")).isOne();
    }
}
