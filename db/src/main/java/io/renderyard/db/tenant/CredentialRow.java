package io.renderyard.db.tenant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "credential")
@SuppressWarnings("NullAway.Init") // filled by JPA
class CredentialRow {
    @Id
    UUID id;

    UUID tenantId;
    String lookup;
    byte[] keyHash;
    Instant createdAt;

    /** For JPA. */
    CredentialRow() {}

    CredentialRow(UUID id, UUID tenantId, String lookup, byte[] keyHash, Instant createdAt) {
        this.id = id;
        this.tenantId = tenantId;
        this.lookup = lookup;
        this.keyHash = keyHash;
        this.createdAt = createdAt;
    }
}
