package io.renderyard.kernel.tenant;

/** Knows with which secret a tenant's deliveries are signed. */
public interface WebhookSecrets {
    /** In the form of Standard Webhooks: {@code whsec_} and base64. */
    Secret of(TenantId tenant);
}
