package io.renderyard.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.renderyard.kernel.artifact.ArtifactKey;
import io.renderyard.kernel.artifact.Stored;
import io.renderyard.kernel.render.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
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

    @Test
    void aStoreThatNobodyWroteToIsEmpty() {
        assertThat(listed(new FilesystemArtifactStore(folder.resolve("none")))).isEmpty();
    }

    @Test
    void whatLiesThereIsListedWithItsTime() throws IOException {
        FilesystemArtifactStore store = new FilesystemArtifactStore(folder);
        Instant time = Instant.parse("2026-01-02T03:04:05Z");
        List<ArtifactKey> keys = List.of(
                KEY,
                new ArtifactKey("4f/a2/job-2.png"),
                new ArtifactKey("4f/b3/job-1.gif"),
                new ArtifactKey("00/a2/job-1.pdf"));
        for (ArtifactKey key : keys) {
            store.store(key, new Content.InMemory(new byte[] {1}));
            Files.setLastModifiedTime(folder.resolve(key.path()), FileTime.from(time));
        }

        assertThat(listed(store))
                .containsExactlyInAnyOrderElementsOf(
                        keys.stream().map(key -> new Stored(key, time)).toList());
    }

    @Test
    void whatBreaksOffHalfWayLeavesNothing() {
        FilesystemArtifactStore store = new FilesystemArtifactStore(folder);
        // A folder can be opened, and breaks off when it is read.
        Content breaking = new Content.OnDisk(folder);

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> store.store(KEY, breaking));

        assertThat(folder.resolve(KEY.path())).doesNotExist();
        assertThat(listed(store)).isEmpty();
    }

    @Test
    void whatADiedWriterLeftIsListedWrittenOverAndDeleted() throws IOException {
        FilesystemArtifactStore store = new FilesystemArtifactStore(folder);
        Path left = folder.resolve(KEY.path());
        Files.createDirectories(left.getParent());
        Files.write(left, new byte[] {9, 9, 9});
        assertThat(listed(store)).extracting(Stored::key).containsExactly(KEY);

        store.store(KEY, new Content.InMemory(new byte[] {1, 2}));
        assertThat(read(store, 0)).containsExactly(1, 2);
        store.delete(KEY);

        assertThat(left).doesNotExist();
        assertThat(listed(store)).isEmpty();
    }

    @Test
    void whatIsNoArtifactsIsPassedOver() throws IOException {
        Files.createDirectories(folder.resolve("lost+found"));
        Files.write(folder.resolve("lost+found/#12.png"), new byte[] {1});
        Files.write(folder.resolve("README"), new byte[] {1});
        Path elsewhere = Files.createDirectory(folder.resolveSibling(folder.getFileName() + "-elsewhere"));
        Files.write(elsewhere.resolve("x.png"), new byte[] {1});
        Files.createSymbolicLink(folder.resolve("link"), elsewhere);

        assertThat(listed(new FilesystemArtifactStore(folder))).isEmpty();
    }

    @Test
    void whatIsDeletedWhileItIsListedHoldsNobodyUp() throws IOException {
        FilesystemArtifactStore store = new FilesystemArtifactStore(folder);
        for (int number = 1; number <= 50; number++) {
            store.store(new ArtifactKey("4f/a2/job-" + number + ".png"), new Content.InMemory(new byte[] {1}));
        }

        try (Stream<Stored> all = store.list()) {
            all.forEach(first -> {
                try (Stream<Stored> others = store.list()) {
                    for (Stored other : others.toList()) {
                        store.delete(other.key());
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }

        assertThat(listed(store)).isEmpty();
    }

    private static List<Stored> listed(FilesystemArtifactStore store) {
        try (Stream<Stored> all = store.list()) {
            return all.toList();
        }
    }

    private static byte[] read(FilesystemArtifactStore store, long offset) throws IOException {
        try (InputStream bytes = store.find(KEY, offset).orElseThrow()) {
            return bytes.readAllBytes();
        }
    }
}
