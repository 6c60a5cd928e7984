package io.renderyard.worker.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The walls around one browser, made by util-linux: an unprivileged user when this process is root, and a process
 * namespace and a network of its own where the machine allows them. The kernel kills the whole namespace when its first process dies, and that
 * one dies with the thread that started it, so nothing of Chrome outlives this process, even when that is ended by
 * {@code kill -9}.
 *
 * @param namespace the words that open the namespace; empty where it is not permitted
 * @param ownNetwork whether the namespace is one of the network too
 * @param user the words that drop privileges; empty when there are none
 */
record Jail(List<String> namespace, boolean ownNetwork, List<String> user) {
    /** The kernel forgets who our parent is when credentials change, so this is said again after every change. */
    private static final List<String> DIE_WITH_PARENT = List.of("setpriv", "--pdeathsig", "KILL");

    /**
     * A network that was just made has its loopback down. The other interface leads nowhere, since both of
     * its ends are in there; without it pages are told that they are offline. Shared memory of its
     * own cannot be filled by a neighbour, is larger than the 64 MB that containers come with, and goes with the
     * browser.
     */
    static final String FURNISH = "sh -c 'mount -t tmpfs -o mode=1777,size=512m,nosuid,nodev shm /dev/shm || exit 1;"
            + " ip link set lo up || exit 1;"
            + " ip link add nowhere type veth peer name nobody && ip link set nowhere addrgenmode none"
            + " && ip link set nobody addrgenmode none && ip link set nobody up && ip link set nowhere up"
            + " && ip addr add 192.0.2.1/32 dev nowhere;"
            + " exec \"$0\" \"$@\"'";

    /**
     * The shell opens no page of its own while it is being debugged, and chromedriver waits for one; the page is not an
     * option that chromedriver would pass on. Through {@code exec} the process is the browser itself. It dies with the
     * driver also where there is no namespace that would see to it. On cores that are full, pages give way to what only
     * takes a moment: taking a job in, writing down its end, waking whoever waits.
     *
     * @param folder where the script goes: root's, or this user's own
     * @param pipe what it also speaks over, unknown to the driver; null for nothing
     */
    static Path browserScript(Path folder, Path browser, @Nullable BrowserPipe pipe) throws IOException {
        Path file = folder.resolve("browser.sh");
        String start = pipe == null ? browser.toString() : pipe.wrap(browser);
        Files.writeString(
                file, "#!/bin/sh\nexec nice -n 5 setpriv --pdeathsig KILL %s \"$@\" about:blank\n".formatted(start));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    /**
     * @param folder where the script goes: root's, or this user's own
     * @param entrances files that take the process into its control group, before it gives up the right to
     */
    Path driverScript(Path folder, Path home, Path cache, Path driver, List<Path> entrances) throws IOException {
        Path file = folder.resolve("driver.sh");
        String inner = String.join(" ", namespace)
                + (ownNetwork ? " " + FURNISH : "")
                + " " + String.join(" ", user)
                + " " + String.join(" ", DIE_WITH_PARENT);
        String enter = entrances.stream()
                .map(entrance -> "  echo $$ > '" + entrance + "' || exit 1\n")
                .collect(Collectors.joining());
        // A second round through the script, so that a parent that died before the first one is noticed.
        Files.writeString(
                file, """
                #!/bin/sh
                # Written by Renderyard for one browser. It stays the same process through every exec.
                if [ "$1" != guarded ]; then
                %s\
                  exec setpriv --pdeathsig KILL "$0" guarded "$@"
                fi
                shift
                [ "$PPID" = %d ] || exit 1
                exec %s env -i PATH=/usr/bin:/bin LANG=C.UTF-8 TZ=UTC HOME=%s TMPDIR=%s XDG_CACHE_HOME=%s %s "$@"
                """.formatted(enter, ProcessHandle.current().pid(), inner.strip(), home, home, cache, driver));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file;
    }
}
