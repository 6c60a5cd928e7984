package io.renderyard.db.tenant;

import io.renderyard.db.secret.MasterKey;
import io.renderyard.kernel.job.TimeOrderedIds;
import io.renderyard.kernel.tenant.Grant;
import io.renderyard.kernel.tenant.Secret;
import io.renderyard.kernel.tenant.TenantId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Creates tenants. */
@Component
public class Tenants {
    private static final int WEBHOOK_SECRET_BYTES = 32;

    private final TenantRows tenants;
    private final KeyIssuer keys;
    private final MasterKey masterKey;
    private final SecureRandom random;
    private final InstantSource clock;

    Tenants(TenantRows tenants, KeyIssuer keys, MasterKey masterKey, SecureRandom random, InstantSource clock) {
        this.tenants = tenants;
        this.keys = keys;
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
        TenantId tenant = new TenantId(new TimeOrderedIds(clock, random).next());
        Secret webhookSecret = newWebhookSecret();
        // Its keys point to it.
        tenants.saveAndFlush(
                new TenantRow(tenant.value(), name, masterKey.seal(webhookSecret.reveal()), clock.instant()));
        KeyIssuer.Issued key = keys.issue(tenant, KeyFormat.YARD, Grant.ofAll("First key"));
        KeyIssuer.Issued faceKey = keys.issue(tenant, KeyFormat.PICTAI, Grant.ofAll("First key of a compatible face"));
        KeyIssuer.Issued trialKey =
                keys.issue(tenant, KeyFormat.PICTAI_TEST, Grant.ofAll("First key for trying out a compatible face"));
        return new NewTenant(key.id().toString(), key.key(), faceKey.key(), trialKey.key(), webhookSecret);
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
     * @param trialKey the same for trying out: no model is asked and nothing is charged
     */
    public record NewTenant(String apiId, Secret apiKey, Secret faceKey, Secret trialKey, Secret webhookSecret) {}
}
