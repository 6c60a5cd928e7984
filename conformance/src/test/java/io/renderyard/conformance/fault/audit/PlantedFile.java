package io.renderyard.conformance.fault.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** Damage to the folder of artifacts. */
enum PlantedFile {
    GONE {
        @Override
        void plantIn(Path folder) throws IOException {
            Files.delete(only(folder));
        }
    },
    CHANGED {
        @Override
        void plantIn(Path folder) throws IOException {
            Files.writeString(only(folder), "another picture");
        }
    },
    ORPHANED {
        @Override
        void plantIn(Path folder) throws IOException {
            Path orphan = Files.writeString(folder.resolve("orphan-1.png"), "nobody's");
            Files.setLastModifiedTime(orphan, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        }
    };

    abstract void plantIn(Path folder) throws IOException;

    private static Path only(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
