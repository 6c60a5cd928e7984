package io.renderyard.worker.cell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** What processes take together, as the kernel tells it. */
public final class Usage {
    private static final long KIB = 1024;

    private Usage() {}

    /** Bytes; a page that n processes share counts as one nth for each. Costs about a millisecond per process. */
    public static long proportional(Collection<Long> pids) {
        return sum(pids, "smaps_rollup", "Pss:") * KIB;
    }

    /** Bytes; shared pages count in full for each process: an upper bound of the proportional size, and cheap. */
    public static long resident(Collection<Long> pids) {
        return sum(pids, "status", "VmRSS:") * KIB;
    }

    /** Processes and threads. */
    public static long tasks(Collection<Long> pids) {
        return sum(pids, "status", "Threads:");
    }

    /** As the process shows it, its words apart by NUL; empty for a process that is gone. */
    public static String commandLine(long pid) {
        return read(pid, "cmdline");
    }

    private static long sum(Collection<Long> pids, String file, String field) {
        return pids.stream()
                .flatMap(pid -> read(pid, file).lines())
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    /** Empty for a process that is gone. */
    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
