package io.renderyard.worker.retention;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.artifact.ArtifactKey;
import io.renderyard.kernel.artifact.ArtifactStore;
import io.renderyard.kernel.artifact.Stored;
import io.renderyard.kernel.render.Content;
import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.retention.ArtifactCollection;
import io.renderyard.kernel.retention.Retention;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ledger and store in memory. The worker may be made to die before or after any deed of its. */
final class PlayedFarm implements Retention, ArtifactCollection, ArtifactStore {
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    static final Instant LONG_AGO = NOW.minus(Duration.ofHours(2));

    /** The worker is killed: nothing of it goes on, and nobody catches it. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1;
    }

    /** An artifact's row. */
    static final class Row {
        final Artifact artifact;
        boolean old;
        boolean expired;
        boolean deleted;
        boolean unused;

        /** Points to it: {@code null} when it is gone. */
        @Nullable
        Job job;

        Row(Artifact artifact) {
            this.artifact = artifact;
        }
    }

    /** A finished job. */
    static final class Job {
        boolean old;
        boolean event = true;
    }

    final Map<String, Row> rows = new TreeMap<>();
    final Map<String, Instant> bytes = new TreeMap<>();
    final Set<String> foreign = new HashSet<>();
    final Set<String> stuck = new HashSet<>();
    int keys;
    private int deeds;
    private int last = Integer.MAX_VALUE;

    void dieAt(int deed) {
        deeds = 0;
        last = deed;
    }

    void live() {
        last = Integer.MAX_VALUE;
    }

    private void deed() {
        if (++deeds == last) {
            throw new Died();
        }
    }

    static ArtifactKey key(String name) {
        return new ArtifactKey("aa/bb/" + name + ".png");
    }

    /** A picture that is kept, with its bytes and its job. */
    Row picture(String name) {
        Artifact artifact =
                new Artifact(new ArtifactId(name), key(name), "image/png", 1, new Extent.Still(1, 1), "ab".repeat(32));
        Row row = new Row(artifact);
        row.job = new Job();
        rows.put(name, row);
        bytes.put(artifact.key().path(), LONG_AGO);
        return row;
    }

    private int each(Predicate<Row> deed) {
        deed();
        int done = (int) rows.values().stream().filter(deed).limit(STEP).count();
        deed();
        return done;
    }

    @Override
    public int expireArtifacts(Duration age) {
        return each(row -> {
            boolean goes = row.old && !row.expired;
            row.expired |= goes;
            return goes;
        });
    }

    @Override
    public int deleteEvents(Duration age) {
        return each(row -> {
            boolean goes = row.job != null && row.job.old && row.job.event;
            if (goes && row.job != null) {
                row.job.event = false;
            }
            return goes;
        });
    }

    @Override
    public int deleteJobs(Duration age) {
        return each(row -> {
            boolean goes = row.job != null && row.job.old && !row.job.event;
            if (goes) {
                row.job = null;
                row.expired = true;
                row.unused = true;
            }
            return goes;
        });
    }

    @Override
    public int deleteBatches(Duration age) {
        return 0;
    }

    @Override
    public int deleteKeys() {
        int gone = keys;
        keys = 0;
        return gone;
    }

    @Override
    public int deletePaintings() {
        return 0;
    }

    @Override
    public int deleteArtifacts() {
        deed();
        List<String> gone = rows.entrySet().stream()
                .filter(row -> row.getValue().unused && row.getValue().deleted)
                .map(Map.Entry::getKey)
                .toList();
        gone.forEach(rows::remove);
        deed();
        return gone.size();
    }

    @Override
    public List<Artifact> findExpired(int atMost) {
        return rows.values().stream()
                .filter(row -> row.expired && !row.deleted)
                .limit(atMost)
                .map(row -> row.artifact)
                .toList();
    }

    @Override
    public void deleted(List<ArtifactId> artifacts) {
        deed();
        rows.values().stream()
                .filter(row -> artifacts.contains(row.artifact.id()))
                .forEach(row -> row.deleted = true);
        deed();
    }

    @Override
    public Set<ArtifactKey> owned(List<ArtifactKey> keys) {
        Set<ArtifactKey> owned = new HashSet<>(keys);
        owned.removeIf(key -> !foreign.contains(key.path())
                && rows.values().stream()
                        .noneMatch(row -> !row.deleted && row.artifact.key().equals(key)));
        return owned;
    }

    @Override
    public List<Artifact> page(@Nullable ArtifactId after, int atMost) {
        return rows.values().stream()
                .filter(row -> !row.expired)
                .map(row -> row.artifact)
                .filter(artifact -> after == null || artifact.id().value().compareTo(after.value()) > 0)
                .sorted(Comparator.comparing(artifact -> artifact.id().value()))
                .limit(atMost)
                .toList();
    }

    @Override
    public void store(ArtifactKey key, Content content) {
        throw new UnsupportedOperationException("nothing is drawn here");
    }

    @Override
    public Optional<InputStream> find(ArtifactKey key, long offset) {
        return bytes.containsKey(key.path()) ? Optional.of(new ByteArrayInputStream(new byte[] {1})) : Optional.empty();
    }

    @Override
    public void delete(ArtifactKey key) throws IOException {
        deed();
        if (stuck.contains(key.path())) {
            throw new IOException("Read-only file system");
        }
        bytes.remove(key.path());
        deed();
    }

    @Override
    public Stream<Stored> list() {
        return Map.copyOf(bytes).entrySet().stream()
                .map(one -> new Stored(new ArtifactKey(one.getKey()), one.getValue()));
    }
}
