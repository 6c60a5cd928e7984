package io.renderyard.db.setup;

import io.renderyard.db.LedgerSettings;
import io.renderyard.db.tenant.Tenants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Creates the first tenant, and leaves its keys in a file that only the owner of the secrets folder reads. */
@Component
public class FirstTenant {
    private static final Logger log = LoggerFactory.getLogger(FirstTenant.class);
    private static final String FILE = "credentials.json";

    private final Tenants tenants;
    private final Path folder;

    FirstTenant(Tenants tenants, LedgerSettings settings) {
        this.tenants = tenants;
        this.folder = settings.secrets();
    }

    /**
     * The file is written before the tenant is committed: dying in between leaves a file with keys that open nothing; the next start overwrites it,
     * since there is still no tenant.
     */
    @Transactional
    public void ensure() {
        if (tenants.none()) {
            write(tenants.create("default"));
            log.info("Created the first tenant; its credentials are in {}", folder.resolve(FILE));
        }
    }

    private void write(Tenants.NewTenant tenant) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("apiKey", tenant.apiKey().reveal());
        content.put("apiId", tenant.apiId());
        content.put("pictoryKey", tenant.faceKey().reveal());
        content.put("pictoryTestKey", tenant.trialKey().reveal());
        content.put("webhookSecret", tenant.webhookSecret().reveal());
        try {
            Path fresh = Files.createTempFile(
                    folder,
                    FILE,
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, new JsonMapper().writeValueAsString(content) + "\n");
            Files.move(fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The first credentials cannot be written into " + folder + ": " + e, e);
        }
    }
}
