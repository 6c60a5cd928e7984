package io.renderyard.worker.cell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;

/** What processes take together, as the kernel tells it. */
public final class Usage {
    private static final long KIB = 1024;
    /** The unit of {@code /proc/PID/stat} on every Linux that people run. */
    private static final long TICKS_PER_SECOND = 100;

    /** Fields after the bracket, from 1. */
    private static final int USER_TICKS = 12;

    private static final int KERNEL_TICKS = 13;

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

    /** Processor time that the processes have taken since they began, on all cores together. */
    public static Duration cpu(Collection<Long> pids) {
        return Duration.ofMillis(pids.stream().mapToLong(Usage::ticks).sum() * 1_000 / TICKS_PER_SECOND);
    }

    private static long ticks(long pid) {
        // The name, which comes before, may hold anything, but not the last bracket.
        String stat = read(pid, "stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).split(" ");
        return fields.length > KERNEL_TICKS
                ? Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[KERNEL_TICKS])
                : 0;
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
