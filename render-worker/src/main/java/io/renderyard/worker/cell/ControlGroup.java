package io.renderyard.worker.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The kernel's own idea of "everything that belongs to one browser". May consist of no part at all. */
public final class ControlGroup {
    private static final Logger LOG = LoggerFactory.getLogger(ControlGroup.class);
    private static final long REMOVAL_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final long BETWEEN_TRIES_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final List<Part> parts;

    /** One folder of the kernel's. */
    record Part(Path folder, List<Hierarchy.LimitFile> files) {
        Path processes() {
            return folder.resolve("cgroup.procs");
        }
    }

    ControlGroup(List<Part> parts) {
        this.parts = parts;
    }

    /** Where a process writes its own id to come in, with all that it will start. */
    public List<Path> entrances() {
        return parts.stream().map(Part::processes).toList();
    }

    /** False where the kernel keeps no list for us. */
    public boolean knowsItsProcesses() {
        return !parts.isEmpty();
    }

    /** Ids of everything inside; empty when there is nothing, or no group. */
    public List<Long> processes() {
        if (parts.isEmpty()) {
            return List.of();
        }
        try {
            return Files.readAllLines(parts.getFirst().processes()).stream()
                    .map(Long::valueOf)
                    .filter(pid -> pid > 0)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Whether the kernel had to enforce one of the limits since the browser's start. */
    public boolean wentBeyond() {
        return parts.stream()
                .anyMatch(part -> part.files().stream().anyMatch(file -> {
                    try {
                        return file.met(part.folder());
                    } catch (IOException e) {
                        LOG.debug("{} does not tell whether it was met", part.folder(), e);
                        return false;
                    }
                }));
    }

    /** Ends everything inside at once, stopped processes too. Does not wait. */
    public void kill() {
        for (Part part : parts) {
            Path switchOff = part.folder().resolve("cgroup.kill");
            if (Files.exists(switchOff)) {
                try {
                    Hierarchy.write(switchOff, "1");
                    return;
                } catch (IOException e) {
                    LOG.debug("{} cannot be used", switchOff, e);
                }
            }
        }
        processes().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }

    /** Kills again whatever slipped through, waits with a bound until the group is empty, and removes it. */
    public boolean remove() {
        long end = System.nanoTime() + REMOVAL_NANOS;
        for (Part part : parts) {
            while (!removed(part.folder())) {
                if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                    LOG.warn("The control group {} stays until the next start", part.folder());
                    return false;
                }
                kill();
                LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
            }
        }
        return true;
    }

    private static boolean removed(Path folder) {
        try {
            return Files.deleteIfExists(folder) || !Files.exists(folder);
        } catch (IOException busy) {
            return false;
        }
    }
}
