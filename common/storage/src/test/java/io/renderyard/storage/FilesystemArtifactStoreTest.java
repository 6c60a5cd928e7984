package io.renderyard.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.renderyard.kernel.artifact.ArtifactKey;
import io.renderyard.kernel.render.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesystemArtifactStoreTest {
    private static final ArtifactKey KEY = new ArtifactKey("4f/a2/job-1.png");

    @TempDir
    Path folder;

    @Test
    void whatWasStoredIsFound() throws IOException {
        FilesystemArtifactStore store = new FilesystemArtifactStore(folder);

        store.store(KEY, new Content.InMemory(new byte[] {1, 2, 3, 4}));

        assertThat(read(store, 0)).containsExactly(1, 2, 3, 4);
        assertThat(read(store, 3)).containsExactly(4);
    }

    @Test
    void anUnknownKeyIsEmpty() throws IOException {
        assertThat(new FilesystemArtifactStore(folder).find(KEY, 0)).isEmpty();
    }

    @Test
    void aFailedStoreLeavesNothingToRead() throws IOException {
        Path notAFolder = Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(
                        () -> new FilesystemArtifactStore(notAFolder).store(KEY, new Content.InMemory(new byte[] {1})));
    }

    @Test
    void deletingTwiceIsQuiet() throws IOException {
        FilesystemArtifactStore store = new FilesystemArtifactStore(folder);
        store.store(KEY, new Content.InMemory(new byte[] {1}));

        store.delete(KEY);
        store.delete(KEY);

        assertThat(store.find(KEY, 0)).isEmpty();
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(files).isEmpty();
        }
    }

    private static byte[] read(FilesystemArtifactStore store, long offset) throws IOException {
        try (InputStream bytes = store.find(KEY, offset).orElseThrow()) {
            return bytes.readAllBytes();
        }
    }
}
