package io.renderyard.gateway.submission;

import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import io.renderyard.process.web.RequestKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Where uploads lie while they are read: on this machine, so that no transaction is open while a client is slow. Whoever
 * dies half-way leaves a file behind, which the next start removes when it is old.
 */
@Component
public class Spool {
    private static final Logger log = LoggerFactory.getLogger(Spool.class);
    private static final String PREFIX = "renderyard-upload-";
    private static final Duration OLD = Duration.ofDays(1);
    private static final int CHUNK = 64 * 1024;
    private static final long MOST = 200L * 1024 * 1024;

    private final Path folder;

    Spool() {
        this(Path.of(System.getProperty("java.io.tmpdir")));
    }

    Spool(Path folder) {
        this.folder = folder;
        removeOld();
    }

    private void removeOld() {
        Instant longAgo = Instant.now().minus(OLD);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : left) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(longAgo)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            log.warn("Old uploads in {} could not be removed: {}", folder, e.getMessage());
        }
    }

    /** An upload on disk; gone when it is closed. */
    public record Upload(Path file) implements AutoCloseable {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Takes an upload from its client, however slow it is.
     *
     * @param key sees all of it
     * @throws ProblemException 413 when it is too large
     */
    public Upload take(InputStream body, RequestKey key) throws IOException {
        Upload upload = new Upload(Files.createTempFile(folder, PREFIX, ".part"));
        try (OutputStream file = Files.newOutputStream(upload.file())) {
            byte[] chunk = new byte[CHUNK];
            long size = 0;
            for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
                size += read;
                if (size > MOST) {
                    throw tooLarge();
                }
                key.with(chunk, read);
                file.write(chunk, 0, read);
            }
            return upload;
        } catch (IOException | RuntimeException e) {
            upload.close();
            throw e;
        }
    }

    /** Says that an upload is too large. */
    public static ProblemException tooLarge() {
        return new ProblemException(Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "body too large",
                "An upload may have 200 MB. Send it as several batches, or put what all items share into the head."));
    }
}
