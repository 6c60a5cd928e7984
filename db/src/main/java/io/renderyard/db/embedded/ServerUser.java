package io.renderyard.db.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;

/** Whose rights PostgreSQL runs with. It refuses to run as root, so root hands it to a system user. */
sealed interface ServerUser {
    String NAME = "renderyard";

    /** Puts what is needed before a program's command line so that it runs as this user. */
    List<String> as(List<String> options, List<String> command);

    /** Makes a file or folder belong to this user. */
    void own(Path path) throws IOException;

    /** Whether this user gets into the folder at all, asked of the kernel and not guessed from modes. */
    boolean reaches(Path folder);

    /** The user for this process. */
    static ServerUser current() {
        try {
            int uid = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            return uid == 0 ? system() : new Ourselves();
        } catch (IOException e) {
            throw new EmbeddedPostgresException("Cannot read /proc/self; the embedded database needs Linux", e);
        }
    }

    private static ServerUser system() throws IOException {
        try {
            var users = Path.of("/").getFileSystem().getUserPrincipalLookupService();
            var _ = users.lookupPrincipalByName(NAME);
            var _ = users.lookupPrincipalByGroupName(NAME);
            return new SystemUser();
        } catch (UserPrincipalNotFoundException e) {
            throw new EmbeddedPostgresException(
                    "PostgreSQL does not run as root and there is no system user and group \"" + NAME
                            + "\" to run it as."
                            + " Create them once: useradd --system --user-group --no-create-home --home-dir /nonexistent"
                            + " --shell /usr/sbin/nologin " + NAME,
                    e);
        }
    }

    /** We are an ordinary user: so is the server. */
    record Ourselves() implements ServerUser {
        @Override
        public List<String> as(List<String> options, List<String> command) {
            return joined(List.of("setpriv"), options, command);
        }

        @Override
        public void own(Path path) {
            // What we made is ours.
        }

        @Override
        public boolean reaches(Path folder) {
            return true;
        }
    }

    /** We are root: the server is the system user. */
    record SystemUser() implements ServerUser {
        @Override
        public List<String> as(List<String> options, List<String> command) {
            List<String> drop = List.of("setpriv", "--reuid=" + NAME, "--regid=" + NAME, "--clear-groups");
            return joined(drop, options, command);
        }

        @Override
        public void own(Path path) throws IOException {
            var users = path.getFileSystem().getUserPrincipalLookupService();
            var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
            view.setOwner(users.lookupPrincipalByName(NAME));
            view.setGroup(users.lookupPrincipalByGroupName(NAME));
        }

        @Override
        public boolean reaches(Path folder) {
            return Command.run(as(List.of(), List.of("test", "-x", folder.toString())))
                    .succeeded();
        }
    }

    private static List<String> joined(List<String> prefix, List<String> options, List<String> command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(options);
        if (all.size() == 1) {
            return command;
        }
        all.addAll(command);
        return all;
    }
}
