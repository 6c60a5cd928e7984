package io.renderyard.gateway.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.artifact.ArtifactKey;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchReader;
import io.renderyard.kernel.batch.BatchState;
import io.renderyard.kernel.batch.Priority;
import io.renderyard.kernel.batch.Tally;
import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Item;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.render.Content;
import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.process.web.WebSettings;
import io.renderyard.storage.FilesystemArtifactStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final BatchId BATCH = new BatchId(new UUID(2, 2));
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final List<Job> items = new ArrayList<>();
    private final FilesystemArtifactStore store;
    private final Archive archive;

    ArchiveTest(@TempDir Path folder) {
        this.store = new FilesystemArtifactStore(folder);
        this.archive = new Archive(new Items(), store, new WebSettings(URI.create("https://yard.example")));
    }

    @Test
    void eachRowHasALineAndWhatThereIsOfItAFile() throws IOException {
        succeeded(1, "png", "image/png", null);
        put(2, new Job.Failed(new Failure(FailureCode.INVALID_ITEM, "=row 2, \"name\": missing")));
        put(3, new Job.Queued(null));
        succeeded(4, "pdf", "application/pdf", null);

        Map<String, byte[]> files = unpacked();

        assertThat(files.keySet())
                .containsExactly("manifest.csv", "00001-" + job(1) + ".png", "00004-" + job(4) + ".pdf");
        assertThat(files.get("00001-" + job(1) + ".png")).isEqualTo("bytes of 1".getBytes(UTF_8));
        assertThat(files.get("00004-" + job(4) + ".pdf")).isEqualTo("bytes of 4".getBytes(UTF_8));
        assertThat(new String(files.get("manifest.csv"), UTF_8).lines())
                .hasSize(5)
                .contains(
                        "row,state,url,sha256,error,jobId",
                        "1,succeeded,https://yard.example/artifacts/aaaaaaaaaaaaaaaaaaaaaaaa01.png," + "ab".repeat(32)
                                + ",," + job(1),
                        "3,queued,,,," + job(3));
    }

    @Test
    void whatHasExpiredOrIsGoneIsLeftOutButNotItsLine() throws IOException {
        succeeded(1, "png", "image/png", NOW);
        succeeded(2, "png", "image/png", null);
        store.delete(key(2, "png"));
        succeeded(3, "png", "image/png", null);

        Map<String, byte[]> files = unpacked();

        assertThat(files.keySet()).containsExactly("manifest.csv", "00003-" + job(3) + ".png");
        assertThat(new String(files.get("manifest.csv"), UTF_8).lines()).hasSize(4);
    }

    @Test
    void itGoesThroughAllPagesAndNamesSortAsRowsDo() throws IOException {
        for (int row = 1; row <= 2_500; row++) {
            succeeded(row, "png", "image/png", null);
        }

        List<String> names = List.copyOf(unpacked().keySet());

        assertThat(names).hasSize(2_501);
        assertThat(names.subList(1, names.size())).isSorted();
    }

    @Test
    void aHundredThousandRowsHaveOneDigitMore() throws IOException {
        succeeded(7, "png", "image/png", null);

        assertThat(unpacked(100_000).keySet()).contains("000007-" + job(7) + ".png");
    }

    @Test
    void oneThatBreaksOffIsNoArchive() throws IOException {
        succeeded(1, "png", "image/png", null);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        OutputStream cut = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                if (sent.size() == 400) {
                    throw new IOException("the client is gone");
                }
                sent.write(one);
            }
        };

        assertThatThrownBy(() -> archive.write(batch(1), cut)).isInstanceOf(IOException.class);
        assertThat(sent.toString(UTF_8)).doesNotContain("PK\5\6");
    }

    private Map<String, byte[]> unpacked() throws IOException {
        return unpacked(items.size());
    }

    private Map<String, byte[]> unpacked(int rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        archive.write(batch(rows), out);
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()), UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (files.put(entry.getName(), zip.readAllBytes()) != null) {
                    throw new ZipException(entry.getName() + " is there twice");
                }
            }
        }
        return files;
    }

    private void succeeded(int row, String extension, String contentType, @Nullable Instant expiredAt)
            throws IOException {
        byte[] bytes = ("bytes of " + row).getBytes(UTF_8);
        store.store(key(row, extension), new Content.InMemory(bytes));
        put(
                row,
                new Job.Succeeded(new Artifact(
                        new ArtifactId("a".repeat(24) + "%02d".formatted(row % 100)),
                        key(row, extension),
                        contentType,
                        bytes.length,
                        new Extent.Still(1, 1),
                        "ab".repeat(32),
                        null,
                        expiredAt)));
    }

    private static ArtifactKey key(int row, String extension) {
        return new ArtifactKey("abc/" + job(row) + "-1." + extension);
    }

    private static JobId job(int row) {
        return new JobId(new UUID(3, row));
    }

    private void put(int row, Job.Outcome outcome) {
        items.add(new Job(job(row), TENANT, Lane.BATCH, outcome, 0, new Item(BATCH, row), Map.of(), NOW, null, null));
    }

    private static Batch batch(int rows) {
        return new Batch(
                BATCH,
                TENANT,
                BatchState.PROCESSING,
                false,
                Priority.NORMAL,
                20,
                new Tally(rows, 0, 0, 0, 0, 0),
                Map.of(),
                NOW,
                NOW,
                null,
                null);
    }

    /** The items of this test, as the ledger would give them page by page. */
    private final class Items implements BatchReader {
        @Override
        public List<Job> items(TenantId tenant, BatchId batch, @Nullable JobState state, int after, int limit) {
            return items.stream()
                    .filter(item -> state == null || item.state() == state)
                    .filter(item -> item.item() != null && item.item().row() > after)
                    .limit(limit)
                    .toList();
        }

        @Override
        public Optional<Batch> find(TenantId tenant, BatchId batch) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Batch> page(TenantId tenant, @Nullable BatchId before, int limit) {
            throw new UnsupportedOperationException();
        }
    }
}
