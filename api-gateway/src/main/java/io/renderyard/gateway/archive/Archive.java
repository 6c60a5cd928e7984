package io.renderyard.gateway.archive;

import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.dialect.yard.ManifestLine;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactStore;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchReader;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobState;
import io.renderyard.process.web.WebSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes a batch's results as they are read, page by page: a batch of any size needs the same memory and no disk. */
@Component
public class Archive {
    private static final Logger log = LoggerFactory.getLogger(Archive.class);
    private static final int PAGE = 1_000;
    private static final int FEWEST_DIGITS = 5;

    private final BatchReader reader;
    private final ArtifactStore store;
    private final ApiLinks links;

    Archive(BatchReader reader, ArtifactStore store, WebSettings web) {
        this.reader = reader;
        this.store = store;
        this.links = new ApiLinks(web.baseUrl());
    }

    /** Where it breaks off in the middle, the archive has no directory, and no program takes it for a whole one. */
    public void write(Batch batch, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        writeManifest(batch, zip);
        int digits =
                Math.max(FEWEST_DIGITS, String.valueOf(batch.tally().total()).length());
        forEach(batch, JobState.SUCCEEDED, item -> {
            if (item.outcome() instanceof Job.Succeeded(Artifact artifact) && !artifact.isExpired()) {
                write(name(item, artifact, digits), artifact, zip);
            }
        });
        zip.finish();
    }

    private void writeManifest(Batch batch, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry("manifest.csv"));
        zip.write(ManifestLine.HEADER.getBytes(StandardCharsets.UTF_8));
        forEach(
                batch,
                null,
                item -> zip.write(ManifestLine.of(item, links).csv().getBytes(StandardCharsets.UTF_8)));
        zip.closeEntry();
    }

    private void write(String name, Artifact artifact, ZipOutputStream zip) throws IOException {
        Optional<InputStream> stored = store.find(artifact.key(), 0);
        if (stored.isEmpty()) {
            log.warn("artifact {} is not in the store and is left out of an archive", artifact.id());
            return;
        }
        try (InputStream bytes = stored.get()) {
            // Pictures are packed as tightly as they get.
            zip.setLevel(
                    artifact.contentType().startsWith("image/")
                            ? Deflater.NO_COMPRESSION
                            : Deflater.DEFAULT_COMPRESSION);
            zip.putNextEntry(new ZipEntry(name));
            bytes.transferTo(zip);
            zip.closeEntry();
        }
    }

    private static String name(Job item, Artifact artifact, int digits) {
        String path = artifact.key().path();
        String row = String.valueOf(row(item));
        return "0".repeat(digits - row.length()) + row + '-' + item.id() + path.substring(path.lastIndexOf('.'));
    }

    private static int row(Job item) {
        return Objects.requireNonNull(item.item(), "an item has a row").row();
    }

    private interface ItemWriter {
        void write(Job item) throws IOException;
    }

    private void forEach(Batch batch, @Nullable JobState state, ItemWriter writer) throws IOException {
        List<Job> page;
        int after = 0;
        do {
            page = reader.items(batch.tenant(), batch.id(), state, after, PAGE);
            for (Job item : page) {
                writer.write(item);
                after = row(item);
            }
        } while (page.size() == PAGE);
    }
}
