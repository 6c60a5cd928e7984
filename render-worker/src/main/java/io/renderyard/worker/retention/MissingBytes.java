package io.renderyard.worker.retention;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.artifact.ArtifactStore;
import io.renderyard.kernel.retention.ArtifactCollection;
import io.renderyard.kernel.retention.Retention;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks whether artifacts have their bytes, a page of them each round, and says which have none. It deletes nothing: a
 * store that is out of reach or mounted elsewhere looks just like that.
 */
@Component
class MissingBytes {
    private static final Logger log = LoggerFactory.getLogger(MissingBytes.class);

    private final ArtifactCollection ledger;
    private final ArtifactStore store;
    private final RetentionMeters meters;
    private @Nullable ArtifactId looked;

    MissingBytes(ArtifactCollection ledger, ArtifactStore store, RetentionMeters meters) {
        this.ledger = ledger;
        this.store = store;
        this.meters = meters;
    }

    void round(Stop stop) {
        List<Artifact> page = ledger.page(looked, Retention.STEP);
        looked = page.size() < Retention.STEP ? null : page.getLast().id();
        for (Artifact artifact : page) {
            if (stop.isWanted()) {
                return;
            }
            look(artifact);
        }
    }

    private void look(Artifact artifact) {
        try {
            Optional<InputStream> bytes = store.find(artifact.key(), 0);
            if (bytes.isPresent()) {
                bytes.get().close();
                return;
            }
        } catch (IOException e) {
            log.warn("cannot tell whether artifact {} has its bytes: {}", artifact.id(), e.toString());
            return;
        }
        meters.missing();
        log.error(
                "artifact {} has no bytes under {}, so its URL answers 404. Is this the farm's storage? If it is, restore"
                        + " them from a backup, or submit its job again",
                artifact.id(),
                artifact.key().path());
    }
}
