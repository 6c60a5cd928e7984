package io.renderyard.db.tenant;

import io.renderyard.db.secret.MasterKey;
import io.renderyard.kernel.job.TimeOrderedIds;
import io.renderyard.kernel.tenant.Secret;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Creates tenants. */
@Component
public class Tenants {
    private static final int WEBHOOK_SECRET_BYTES = 32;

    private final TenantRows tenants;
    private final CredentialRows credentials;
    private final MasterKey masterKey;
    private final SecureRandom random;
    private final InstantSource clock;

    Tenants(
            TenantRows tenants,
            CredentialRows credentials,
            MasterKey masterKey,
            SecureRandom random,
            InstantSource clock) {
        this.tenants = tenants;
        this.credentials = credentials;
        this.masterKey = masterKey;
        this.random = random;
        this.clock = clock;
    }

    public boolean none() {
        return tenants.count() == 0;
    }

    /** Creates a tenant with its credentials. Their keys are in the answer and nowhere else. */
    @Transactional
    public NewTenant create(String name) {
        UUID tenant = new TimeOrderedIds(clock, random).next();
        Secret webhookSecret = newWebhookSecret();
        tenants.save(new TenantRow(tenant, name, masterKey.seal(webhookSecret.reveal()), clock.instant()));
        Secret apiKey = KeyFormat.YARD.generate(random);
        Secret faceKey = KeyFormat.PICTAI.generate(random);
        UUID apiId = store(tenant, apiKey);
        store(tenant, faceKey);
        return new NewTenant(apiId.toString(), apiKey, faceKey, webhookSecret);
    }

    private UUID store(UUID tenant, Secret key) {
        UUID id = UUID.randomUUID();
        String lookup = KeyFormat.lookup(key).orElseThrow();
        credentials.save(new CredentialRow(id, tenant, lookup, masterKey.hash(key.reveal()), clock.instant()));
        return id;
    }

    private Secret newWebhookSecret() {
        byte[] secret = new byte[WEBHOOK_SECRET_BYTES];
        random.nextBytes(secret);
        return new Secret("whsec_" + Base64.getEncoder().encodeToString(secret));
    }

    /**
     * A tenant's credentials, at the only moment when they can be read.
     *
     * @param apiId user name of Basic, whose password is {@code apiKey}; the key also stands alone as Bearer
     * @param faceKey a key of the same tenant with the prefix that clients of a vendor-compatible face expect
     */
    public record NewTenant(String apiId, Secret apiKey, Secret faceKey, Secret webhookSecret) {}
}
