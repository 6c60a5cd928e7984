package io.renderyard.conformance.fault.farm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A folder in memory with a size of its own, so that a test can fill it. */
final class BoundedFolder implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    private final Path folder;
    private final Thread atExit;

    private BoundedFolder(Path folder) {
        this.folder = folder;
        this.atExit = new Thread(() -> run(List.of("umount", "--lazy", folder.toString())), "fault-unmount");
    }

    static BoundedFolder mount(Path folder, int megabytes) {
        BoundedFolder mounted = new BoundedFolder(folder);
        run(List.of("mount", "-t", "tmpfs", "-o", "mode=755,size=" + megabytes + "m", "fault", folder.toString()));
        Runtime.getRuntime().addShutdownHook(mounted.atExit);
        return mounted;
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed; it needs root");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        run(List.of("umount", folder.toString()));
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
