package io.renderyard.db.tenant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "tenant")
@SuppressWarnings("NullAway.Init") // filled by JPA
class TenantRow {
    @Id
    UUID id;

    String name;
    byte[] webhookSecret;
    Instant createdAt;

    /** For JPA. */
    TenantRow() {}

    TenantRow(UUID id, String name, byte[] webhookSecret, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.webhookSecret = webhookSecret;
        this.createdAt = createdAt;
    }
}
