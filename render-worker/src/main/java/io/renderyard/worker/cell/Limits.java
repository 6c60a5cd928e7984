package io.renderyard.worker.cell;

/**
 * What one browser with all its processes may take.
 *
 * @param memory bytes; beyond it the kernel or our own watch ends the browser
 * @param tasks processes and threads; beyond it new ones are refused
 */
public record Limits(long memory, int tasks) {
    /** An idle browser takes 200 MiB, one with photo pages 700; two browsers fit a machine with 4 GiB and its farm. */
    public static final Limits USUAL = new Limits(2L * 1024 * 1024 * 1024, 1_000);

    private static final long LEAST_MEMORY = 256L * 1024 * 1024;
    private static final int LEAST_TASKS = 200;

    public Limits {
        if (memory < LEAST_MEMORY) {
            throw new IllegalArgumentException(
                    "A browser does not start with less than 256 MB of memory; the limit is " + memory + " bytes.");
        }
        if (tasks < LEAST_TASKS) {
            throw new IllegalArgumentException(
                    "A browser needs about 150 threads to draw anything; a limit of " + tasks + " is too low.");
        }
    }
}
