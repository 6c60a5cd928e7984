package io.renderyard.db.embedded;

import io.renderyard.kernel.tenant.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** The data folder: made once, checked at each start. */
final class Cluster {
    static final String USER = "renderyard";
    static final String DATABASE = "renderyard";

    /** Or the next start would clear a folder that an old {@code initdb} still fills. */
    private static final List<String> DIES_WITH_US = List.of("--pdeathsig", "KILL");

    private final PostgresFolder folder;
    private final ServerUser user;
    private final Stage stage;
    private final Path binaries;

    Cluster(PostgresFolder folder, ServerUser user, Stage stage, Path binaries) {
        this.folder = folder;
        this.user = user;
        this.stage = stage;
        this.binaries = binaries;
    }

    /**
     * Makes the cluster if there is none, checks it if there is one. It is built beside its place and renamed when
     * whole: dying half-way leaves an unfinished folder that the next start removes.
     *
     * @return the password of {@link #USER}
     */
    Secret prepare() {
        try {
            Folders.delete(folder.unfinishedData());
            Files.deleteIfExists(folder.initialPassword());
            if (Files.exists(folder.data())) {
                requireOurVersion();
                requireOurOwner();
                return existingPassword();
            }
            Secret password = newPassword();
            create(password);
            return password;
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    "Cannot prepare the database folder " + folder.root() + ": " + e.getMessage(), e);
        }
    }

    private void requireOurVersion() throws IOException {
        Path file = folder.data().resolve("PG_VERSION");
        String theirs = Files.exists(file) ? Files.readString(file).strip() : "unknown";
        String ours = majorVersion();
        if (!theirs.equals(ours)) {
            throw new EmbeddedPostgresException("The data in " + folder.data() + " are of PostgreSQL " + theirs
                    + ", and this yard brings PostgreSQL " + ours
                    + ", which cannot read them. Start the yard that wrote"
                    + " them and dump its database, then load it into a new folder; or name another data folder.");
        }
    }

    private void requireOurOwner() throws IOException {
        String owner = Files.getOwner(folder.data()).getName();
        String wanted = switch (user) {
            case ServerUser.SystemUser ignored -> ServerUser.NAME;
            case ServerUser.Ourselves ignored ->
                Files.getOwner(Path.of("/proc/self")).getName();
        };
        if (!owner.equals(wanted)) {
            throw new EmbeddedPostgresException("The data in " + folder.data() + " belong to the user " + owner
                    + ", and PostgreSQL would run as " + wanted + ". Start the yard as the user who made them, or name"
                    + " another data folder.");
        }
    }

    private Secret existingPassword() throws IOException {
        if (!Files.exists(folder.password())) {
            throw new EmbeddedPostgresException("The database in " + folder.root() + " is there but its password file "
                    + folder.password() + " is gone. Put it back from a copy, or name another data folder.");
        }
        return new Secret(Files.readString(folder.password()).strip());
    }

    /** Written before the cluster exists: a password without a cluster is replaced, the other way round is lost. */
    private Secret newPassword() throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        PrivateFile.write(folder.password(), password + "\n");
        return new Secret(password);
    }

    private void create(Secret password) throws IOException {
        Path data = folder.unfinishedData();
        Files.createDirectory(data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        user.own(data);
        PrivateFile.write(folder.initialPassword(), password.reveal() + "\n");
        user.own(folder.initialPassword());
        initialise(data);
        Files.delete(folder.initialPassword());
        createDatabase(data);
        Files.move(data, folder.data(), StandardCopyOption.ATOMIC_MOVE);
        Folders.force(folder.server());
    }

    private void initialise(Path data) {
        var outcome = Command.run(stage.command(
                DIES_WITH_US,
                List.of(
                        program("initdb"),
                        "--pgdata=" + stage.seen(data),
                        "--username=" + USER,
                        "--pwfile=" + stage.seen(folder.initialPassword()),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--data-checksums",
                        "--no-instructions")));
        require(outcome, "initdb");
    }

    /** In single-user mode, so that no half-made server ever listens. */
    private void createDatabase(Path data) {
        var outcome = Command.run(
                stage.command(
                        DIES_WITH_US,
                        List.of(
                                program("postgres"),
                                "--single",
                                "-D",
                                stage.seen(data).toString(),
                                "-c",
                                "exit_on_error=true",
                                "postgres")),
                "CREATE DATABASE " + DATABASE + "\n");
        require(outcome, "postgres --single");
    }

    private String majorVersion() {
        var outcome = Command.run(stage.command(List.of(), List.of(program("postgres"), "--version")));
        require(outcome, "postgres --version");
        return outcome.output().replaceFirst("^\\D*(\\d+).*$", "$1");
    }

    String program(String name) {
        return stage.seen(binaries.resolve("bin").resolve(name)).toString();
    }

    private void require(Command.Outcome outcome, String what) {
        if (!outcome.succeeded()) {
            throw new EmbeddedPostgresException(
                    what + " failed in " + folder.root() + " with code " + outcome.code() + ":\n" + outcome.output());
        }
    }
}
