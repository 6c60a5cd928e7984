package io.renderyard.conformance.fault.farm;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts processes that die with this one. The kernel watches the thread that started a process, so that must be one
 * that never ends.
 */
final class Forks {
    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("fault-forks").factory());

    private Forks() {}

    /** @param builder its command is to begin with {@code setpriv --pdeathsig KILL} */
    static Process start(ProcessBuilder builder) {
        try {
            return THREAD.submit(builder::start).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(builder.command().getFirst() + " cannot be started", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
