package io.renderyard.bench;

import java.util.ArrayDeque;
import java.util.Deque;

/** Everything that was started, ended in reverse order exactly once: at the end of the run or when it is cut short. */
public final class Cleanup implements AutoCloseable {
    private final Deque<Step> steps = new ArrayDeque<>();
    private boolean begun;

    @FunctionalInterface
    public interface Step {
        void run() throws Exception;
    }

    /** What comes after the end has begun is ended at once. */
    public void add(Step step) {
        synchronized (this) {
            if (!begun) {
                steps.push(step);
                return;
            }
        }
        run(step);
    }

    public synchronized boolean hasBegun() {
        return begun;
    }

    /** Returns when all is ended, also for the second caller. */
    @Override
    public synchronized void close() {
        begun = true;
        while (!steps.isEmpty()) {
            run(steps.pop());
        }
    }

    /** One that fails does not keep the others from being ended. */
    private static void run(Step step) {
        try {
            step.run();
        } catch (Exception e) {
            System.err.println("bench: something that was started could not be ended: " + e.getMessage());
        }
    }
}
