package io.renderyard.db.tenant;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface CredentialRows extends JpaRepository<CredentialRow, UUID> {}
