package io.renderyard.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for one run. Others may walk through it, since browsers and database run as users of their own. */
public record Scratch(Path folder) implements AutoCloseable {
    public static Scratch make() throws BenchException {
        try {
            Path folder = Files.createTempDirectory("renderyard-bench-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            return new Scratch(folder);
        } catch (IOException e) {
            throw new BenchException("No temporary folder can be made: " + e.getMessage(), e);
        }
    }

    public Path folder(String name) throws BenchException {
        try {
            Path made = Files.createDirectory(folder.resolve(name));
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-xr-x"));
            return made;
        } catch (IOException e) {
            throw new BenchException("The folder " + name + " in " + folder + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** If we die half-way the rest stays in the system's temporary folder. */
    @Override
    public void close() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(folder)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
