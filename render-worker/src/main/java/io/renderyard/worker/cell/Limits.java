package io.renderyard.worker.cell;

import java.time.Duration;

/**
 * What one browser with all its processes may take.
 *
 * @param memory bytes; beyond it the kernel or our own watch ends the browser
 * @param tasks processes and threads; beyond it new ones are refused
 * @param cpu processor time for one render, of all cores together; beyond it our own watch ends the browser
 */
public record Limits(long memory, int tasks, Duration cpu) {
    private static final long LEAST_MEMORY = 256L * 1024 * 1024;
    private static final int LEAST_TASKS = 200;
    private static final Duration LEAST_CPU = Duration.ofSeconds(1);

    /** An idle browser takes 200 MiB, one with photo pages 700; two browsers fit a machine with 4 GiB and its farm. */
    public static final Limits USUAL = new Limits(2L * 1024 * 1024 * 1024, 1_000, Duration.ofMinutes(2));

    public Limits {
        if (memory < LEAST_MEMORY) {
            throw new IllegalArgumentException(
                    "A browser does not start with less than 256 MB of memory; the limit is " + memory + " bytes.");
        }
        if (tasks < LEAST_TASKS) {
            throw new IllegalArgumentException(
                    "A browser needs about 150 threads to draw anything; a limit of " + tasks + " is too low.");
        }
        if (cpu.compareTo(LEAST_CPU) < 0) {
            throw new IllegalArgumentException("A large page needs some seconds of processor time; a limit of "
                    + cpu.toMillis() + " ms is too low.");
        }
    }
}
