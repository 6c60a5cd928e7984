package io.renderyard.worker.attempt;

import io.renderyard.kernel.artifact.ArtifactKey;
import io.renderyard.kernel.artifact.ArtifactStore;
import io.renderyard.kernel.artifact.Stored;
import io.renderyard.kernel.render.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Keeps bytes in memory, unless it is full or broken. */
final class PlayedStore implements ArtifactStore {
    private final Map<ArtifactKey, byte[]> kept = new ConcurrentHashMap<>();
    private volatile boolean full;
    private volatile boolean broken;
    private volatile Runnable beforeStoring = () -> {};

    void fill() {
        full = true;
    }

    /** It has a defect. */
    void smash() {
        broken = true;
    }

    void beforeStoring(Runnable step) {
        beforeStoring = step;
    }

    int size() {
        return kept.size();
    }

    @Override
    public void store(ArtifactKey key, Content content) throws IOException {
        beforeStoring.run();
        if (broken) {
            throw new IllegalStateException("a defect");
        }
        if (full) {
            throw new IOException("No space left on device");
        }
        try (InputStream bytes = content.open()) {
            kept.put(key, bytes.readAllBytes());
        }
    }

    @Override
    public Optional<InputStream> find(ArtifactKey key, long offset) {
        return Optional.ofNullable(kept.get(key))
                .map(bytes -> new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset));
    }

    @Override
    public void delete(ArtifactKey key) {
        kept.remove(key);
    }

    @Override
    public Stream<Stored> list() {
        return kept.keySet().stream().map(key -> new Stored(key, Instant.EPOCH));
    }
}
