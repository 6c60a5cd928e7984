package io.renderyard.worker.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The walls around one browser, made by util-linux: an unprivileged user when this process is root, and a process
 * namespace where the machine allows one. The kernel kills the whole namespace when its first process dies, and that
 * one dies with the thread that started it, so nothing of Chrome outlives this process, even when that is ended by
 * {@code kill -9}.
 *
 * @param namespace the words that open the namespace; empty where it is not permitted
 * @param user the words that drop privileges; empty when there are none
 */
record Jail(List<String> namespace, List<String> user) {
    /** The kernel forgets who our parent is when credentials change, so this is said again after every change. */
    private static final List<String> DIE_WITH_PARENT = List.of("setpriv", "--pdeathsig", "KILL");

    /**
     * The shell opens no page of its own while it is being debugged, and chromedriver waits for one; the page is not an
     * option that chromedriver would pass on. Through {@code exec} the process is the browser itself. It dies with the
     * driver also where there is no namespace that would see to it.
     *
     * @param folder where the script goes: root's, or this user's own
     * @param pipe what it also speaks over, unknown to the driver; null for nothing
     */
    static Path browserScript(Path folder, Path browser, @Nullable BrowserPipe pipe) throws IOException {
        Path file = folder.resolve("browser.sh");
        String start = pipe == null ? browser.toString() : pipe.wrap(browser);
        Files.writeString(file, "#!/bin/sh\nexec setpriv --pdeathsig KILL %s \"$@\" about:blank\n".formatted(start));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    /** @param folder where the script and the process id go: root's, or this user's own */
    Script driverScript(Path folder, Path home, Path cache, Path driver) throws IOException {
        Path pid = folder.resolve("pid");
        Path file = folder.resolve("driver.sh");
        String inner =
                String.join(" ", namespace) + " " + String.join(" ", user) + " " + String.join(" ", DIE_WITH_PARENT);
        // A second round through the script, so that a parent that died before the first one is noticed.
        Files.writeString(
                file, """
                #!/bin/sh
                # Written by Renderyard for one browser. $$ stays the process's id through every exec.
                if [ "$1" != guarded ]; then
                  echo $$ > %s
                  exec setpriv --pdeathsig KILL "$0" guarded "$@"
                fi
                shift
                [ "$PPID" = %d ] || exit 1
                exec %s env -i PATH=/usr/bin:/bin LANG=C.UTF-8 TZ=UTC HOME=%s TMPDIR=%s XDG_CACHE_HOME=%s %s "$@"
                """.formatted(pid, ProcessHandle.current().pid(), inner.strip(), home, home, cache, driver));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new Script(file, pid);
    }

    /** @param pid the file with the outermost process's id, once the script runs */
    record Script(Path file, Path pid) {}
}
