package io.renderyard.worker.retention;

import io.renderyard.kernel.artifact.ArtifactKey;
import io.renderyard.kernel.artifact.ArtifactStore;
import io.renderyard.kernel.artifact.Stored;
import io.renderyard.kernel.retention.ArtifactCollection;
import io.renderyard.kernel.retention.Retention;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Collects bytes that belong to nobody: those of attempts that were lost after they had stored, and what died writers left.
 * Only what lies where an attempt would put it is touched.
 */
@Component
class Orphans {
    private static final Logger log = LoggerFactory.getLogger(Orphans.class);

    private final ArtifactCollection ledger;
    private final ArtifactStore store;
    private final InstantSource clock;
    private final Duration grace;
    private final RetentionMeters meters;
    private Instant due = Instant.MIN;

    Orphans(
            ArtifactCollection ledger,
            ArtifactStore store,
            InstantSource clock,
            RetentionSettings settings,
            RetentionMeters meters) {
        this.ledger = ledger;
        this.store = store;
        this.clock = clock;
        this.grace = settings.orphansAfter();
        this.meters = meters;
    }

    /** Looks through the whole store, which is why not every round does. */
    void round(Stop stop) {
        Instant now = clock.instant();
        if (now.isBefore(due)) {
            return;
        }
        try (Stream<Stored> all = store.list()) {
            all.takeWhile(ignored -> !stop.isWanted())
                    .filter(stored -> stored.since().isBefore(now.minus(grace)))
                    .map(Stored::key)
                    .gather(Gatherers.windowFixed(Retention.STEP))
                    .forEach(this::collect);
        }
        due = now.plus(grace);
    }

    private void collect(List<ArtifactKey> keys) {
        Set<ArtifactKey> owned = ledger.owned(keys);
        int deleted = 0;
        for (ArtifactKey key : keys) {
            if (!owned.contains(key) && isDeleted(key)) {
                deleted++;
            }
        }
        meters.count(Removed.ORPHANS, deleted);
    }

    private boolean isDeleted(ArtifactKey key) {
        try {
            store.delete(key);
            return true;
        } catch (IOException e) {
            log.warn("orphaned bytes stay under {} for now: {}", key.path(), e.toString());
            return false;
        }
    }
}
