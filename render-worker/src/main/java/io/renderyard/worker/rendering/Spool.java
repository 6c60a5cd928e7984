package io.renderyard.worker.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files of one render, which would be too much to hold in memory. For one thread at a time. */
public final class Spool implements AutoCloseable {
    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    private Spool(Path folder) {
        this.folder = folder;
    }

    /** @param parent a folder that is swept when the process is gone */
    public static Spool in(Path parent) throws IOException {
        return new Spool(Files.createTempDirectory(parent, "spool-"));
    }

    /** @throws IOException when there is no room left */
    public Path add(byte[] bytes) throws IOException {
        return Files.write(next(), bytes);
    }

    /** A file that is still to be written. */
    public Path next() {
        Path file = folder.resolve(Integer.toString(files.size()));
        files.add(file);
        return file;
    }

    @Override
    public void close() {
        try {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("A render's files cannot be deleted from " + folder, e);
        }
    }
}
