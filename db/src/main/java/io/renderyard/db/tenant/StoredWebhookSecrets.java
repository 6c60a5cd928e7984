package io.renderyard.db.tenant;

import io.renderyard.db.secret.MasterKey;
import io.renderyard.kernel.tenant.Secret;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.kernel.tenant.WebhookSecrets;
import org.springframework.stereotype.Component;

@Component
class StoredWebhookSecrets implements WebhookSecrets {
    private final TenantRows rows;
    private final MasterKey masterKey;

    StoredWebhookSecrets(TenantRows rows, MasterKey masterKey) {
        this.rows = rows;
        this.masterKey = masterKey;
    }

    @Override
    public Secret of(TenantId tenant) {
        TenantRow row = rows.findById(tenant.value())
                .orElseThrow(() -> new IllegalStateException("no tenant " + tenant + " in the ledger"));
        return new Secret(masterKey.open(row.webhookSecret));
    }
}
