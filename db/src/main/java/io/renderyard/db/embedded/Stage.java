package io.renderyard.db.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * How PostgreSQL's programs are started and by which path they see the folder {@code server}. Where the system user
 * cannot get in (a clone in a closed home), each program gets a mount namespace of its own in which the folder also
 * lies at a place in reach. Such a mount ends with its last process; an empty folder below /run is all that a kill
 * leaves, and the next start uses it again.
 */
sealed interface Stage {
    Path RUN = Path.of("/run/renderyard");

    /** The path by which the programs see a file inside {@code server}. */
    Path seen(Path path);

    /**
     * The whole command line.
     *
     * @param options for {@code setpriv}
     */
    List<String> command(List<String> options, List<String> program);

    /** Takes away what this stage put outside the folder; called when no program uses it any more. */
    void strike();

    static Stage of(PostgresFolder folder, ServerUser user) {
        return user.reaches(folder.server()) ? new Open(user) : Mounted.of(folder, user);
    }

    /** The folder is in reach. */
    record Open(ServerUser user) implements Stage {
        @Override
        public Path seen(Path path) {
            return path;
        }

        @Override
        public List<String> command(List<String> options, List<String> program) {
            return user.as(options, program);
        }

        @Override
        public void strike() {
            // Nothing was put anywhere.
        }
    }

    /** The folder is behind a closed door and mounted a second time. */
    record Mounted(ServerUser user, Path server, Path place) implements Stage {
        private static final String MOUNT = "mount --bind \"$0\" \"$1\" && shift && exec \"$@\"";

        static Mounted of(PostgresFolder folder, ServerUser user) {
            var mounted = new Mounted(user, folder.server(), RUN.resolve(hash(folder.server())));
            try {
                makeReachable(RUN);
                makeReachable(mounted.place);
            } catch (IOException e) {
                throw new EmbeddedPostgresException(mounted.unreachable() + " Making " + mounted.place + " failed.", e);
            }
            var trial = Command.run(mounted.command(List.of(), List.of("test", "-x", mounted.place.toString())));
            if (!trial.succeeded()) {
                throw new EmbeddedPostgresException(
                        mounted.unreachable() + " Mounting it at a place in reach was refused: " + trial.output());
            }
            return mounted;
        }

        private String unreachable() {
            return "The system user " + ServerUser.NAME + " cannot get into " + server
                    + " because a folder above it is closed to others. Use a data folder that everybody may traverse"
                    + " (for example --data /var/lib/renderyard), or open the way with chmod o+x.";
        }

        private static void makeReachable(Path path) throws IOException {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }

        @Override
        public Path seen(Path path) {
            return place.resolve(server.relativize(path));
        }

        @Override
        public List<String> command(List<String> options, List<String> program) {
            List<String> all = new ArrayList<>(List.of("unshare", "--mount", "--propagation", "private"));
            all.addAll(List.of("sh", "-c", MOUNT, server.toString(), place.toString()));
            all.addAll(user.as(options, program));
            return all;
        }

        @Override
        public void strike() {
            try {
                Files.deleteIfExists(place);
            } catch (IOException ignored) {
                // An empty folder below /run; the next start uses it, the next boot forgets it.
            }
        }

        private static String hash(Path path) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256")
                        .digest(path.toString().getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest, 0, 6);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every JDK has SHA-256", e);
            }
        }
    }
}
