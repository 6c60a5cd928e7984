package io.renderyard.db.tenant;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface CredentialRows extends JpaRepository<CredentialRow, UUID> {
    Optional<CredentialRow> findByLookup(String lookup);
}
