package io.renderyard.worker.retention;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.artifact.ArtifactStore;
import io.renderyard.kernel.retention.ArtifactCollection;
import io.renderyard.kernel.retention.Retention;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Deletes the bytes of expired artifacts, and notes it afterwards: who dies in between leaves a deletion to be repeated. */
@Component
class ExpiredBytes {
    private static final Logger log = LoggerFactory.getLogger(ExpiredBytes.class);

    private final ArtifactCollection ledger;
    private final ArtifactStore store;
    private final RetentionMeters meters;

    ExpiredBytes(ArtifactCollection ledger, ArtifactStore store, RetentionMeters meters) {
        this.ledger = ledger;
        this.store = store;
        this.meters = meters;
    }

    /** Ends early where the store refuses: the next round tries again. */
    void round(Stop stop) {
        List<Artifact> expired;
        do {
            expired = ledger.findExpired(Retention.STEP);
        } while (!expired.isEmpty() && delete(expired, stop) && !stop.isWanted());
    }

    /** Whether all went well. */
    private boolean delete(List<Artifact> expired, Stop stop) {
        List<ArtifactId> deleted = new ArrayList<>();
        for (Artifact artifact : expired) {
            if (stop.isWanted()) {
                break;
            }
            try {
                store.delete(artifact.key());
                deleted.add(artifact.id());
            } catch (IOException e) {
                log.warn("the bytes of the expired artifact {} stay for now: {}", artifact.id(), e.toString());
            }
        }
        ledger.deleted(deleted);
        meters.count(Removed.BYTES, deleted.size());
        return deleted.size() == expired.size();
    }
}
