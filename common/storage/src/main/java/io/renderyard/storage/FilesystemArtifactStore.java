package io.renderyard.storage;

import io.renderyard.kernel.artifact.ArtifactKey;
import io.renderyard.kernel.artifact.ArtifactStore;
import io.renderyard.kernel.artifact.Stored;
import io.renderyard.kernel.render.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Artifacts as files below one folder. A file that is being written lies under its name already: only an artifact's row
 * makes it known, which is written when all of its bytes are on disk. So there is nothing to rename, which would cost the
 * file system a second commit.
 */
public final class FilesystemArtifactStore implements ArtifactStore {
    private final Path folder;

    /** @param folder made when it is first written to */
    public FilesystemArtifactStore(Path folder) {
        this.folder = folder;
    }

    /** Dying half-way leaves a part of a file that nobody reads; a repetition of the attempt's number cannot happen. */
    @Override
    public void store(ArtifactKey key, Content content) throws IOException {
        Path target = path(key);
        Path parent = Objects.requireNonNull(target.getParent(), "an artifact lies below the store's folder");
        try {
            writeInto(parent, target, content);
            syncFolder(parent);
        } catch (IOException e) {
            Files.deleteIfExists(target);
            throw e;
        }
    }

    /** Nearly always the folder is there already: looking first would cost each time. */
    private static void writeInto(Path folder, Path target, Content content) throws IOException {
        try {
            write(target, content);
        } catch (NoSuchFileException noFolder) {
            Files.createDirectories(folder);
            write(target, content);
        }
    }

    private static void write(Path target, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        target,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                InputStream bytes = content.open()) {
            bytes.transferTo(Channels.newOutputStream(channel));
            channel.force(false);
        }
    }

    /** Without it a power cut could take the name back although the bytes are on disk. */
    private static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public Optional<InputStream> find(ArtifactKey key, long offset) throws IOException {
        try {
            FileChannel channel = FileChannel.open(path(key), StandardOpenOption.READ);
            channel.position(offset);
            return Optional.of(Channels.newInputStream(channel));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(ArtifactKey key) throws IOException {
        Files.deleteIfExists(path(key));
    }

    /** Folder by folder; a file that is no artifact's is passed over, and no link is followed. */
    @Override
    public Stream<Stored> list() {
        return below(folder);
    }

    private Stream<Stored> below(Path place) {
        return children(place)
                .flatMap(child -> attributes(child).stream()
                        .flatMap(found -> found.isDirectory() ? below(child) : stored(child, found).stream()));
    }

    @SuppressWarnings("StreamResourceLeak") // flatMap closes each folder's when it has been read
    private static Stream<Path> children(Path place) {
        try {
            return Files.list(place);
        } catch (NoSuchFileException notWrittenToYet) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when it was deleted meanwhile. */
    private static Optional<BasicFileAttributes> attributes(Path place) {
        try {
            return Optional.of(Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Stored> stored(Path file, BasicFileAttributes attributes) {
        return attributes.isRegularFile()
                ? ArtifactKey.parse(folder.relativize(file).toString())
                        .map(of -> new Stored(of, attributes.lastModifiedTime().toInstant()))
                : Optional.empty();
    }

    private Path path(ArtifactKey key) {
        return folder.resolve(key.path());
    }
}
