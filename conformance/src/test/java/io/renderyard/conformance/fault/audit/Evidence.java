package io.renderyard.conformance.fault.audit;

import io.renderyard.conformance.fault.farm.Receiver.Received;
import io.renderyard.conformance.fault.farm.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the database does not know itself, laid beside it in temporary tables: what clients were told, what receivers saw,
 * what lies in the folder.
 *
 * @param answered jobs that a client was told of
 * @param received null when nobody wrote down what came
 */
record Evidence(
        Path artifacts,
        int maxAttempts,
        Collection<UUID> answered,
        @Nullable Collection<Received> received) {

    void layOut(JdbcClient jdbc) {
        jdbc.sql("drop table if exists evidence, answered, received, stored").update();
        jdbc.sql(
                        "create temporary table evidence as select cast(:limit as int) as max_attempts, :listening as listening")
                .param("limit", maxAttempts)
                .param("listening", received != null)
                .update();
        jdbc.sql("create temporary table answered as select unnest(cast(:jobs as uuid[])) as job")
                .param("jobs", answered.toArray(UUID[]::new))
                .update();
        layOutReceived(jdbc, received == null ? List.of() : List.copyOf(received));
        layOutStored(jdbc);
    }

    private static void layOutReceived(JdbcClient jdbc, List<Received> received) {
        jdbc.sql("""
                        create temporary table received as
                        select * from unnest(cast(:ids as text[]), cast(:hashes as text[])) as seen (id, sha256)""")
                .param("ids", received.stream().map(Received::id).toArray(String[]::new))
                .param("hashes", received.stream().map(Received::sha256).toArray(String[]::new))
                .update();
    }

    private void layOutStored(JdbcClient jdbc) {
        List<Stored> stored = stored();
        jdbc.sql("""
                        create temporary table stored as
                        select path, sha256, now() - written as age
                        from unnest(cast(:paths as text[]), cast(:hashes as text[]), cast(:times as timestamptz[]))
                                 as file (path, sha256, written)""")
                .param("paths", stored.stream().map(Stored::path).toArray(String[]::new))
                .param("hashes", stored.stream().map(Stored::sha256).toArray(String[]::new))
                .param(
                        "times",
                        stored.stream()
                                .map(Stored::written)
                                .map(Instant::toString)
                                .toArray(String[]::new))
                .update();
    }

    private List<Stored> stored() {
        if (!Files.exists(artifacts)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(artifacts)) {
            List<Stored> stored = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                add(file, stored);
            }
            return stored;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Path file, List<Stored> stored) throws IOException {
        try {
            stored.add(new Stored(
                    artifacts.relativize(file).toString(),
                    Sha256.of(Files.readAllBytes(file)),
                    Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException discarded) {
            // Taken away while we looked, which a worker that was too late does.
        }
    }

    private record Stored(String path, String sha256, Instant written) {}
}
