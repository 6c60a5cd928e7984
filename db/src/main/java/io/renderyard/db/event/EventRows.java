package io.renderyard.db.event;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface EventRows extends Repository<EventRow, UUID> {
    Optional<EventRow> findByIdAndFannedOutAtIsNull(UUID id);

    @Query(nativeQuery = true, value = "select webhook_url from job where id = :job and webhook_url is not null")
    Optional<String> findWebhook(UUID job);
}
