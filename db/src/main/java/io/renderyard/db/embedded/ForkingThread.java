package io.renderyard.db.embedded;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One thread that starts the server and lives as long as it. The kernel sends the parent-death signal when the
 * <em>thread</em> that forked ends, not the process: a pooled or virtual thread would take the database with it.
 */
final class ForkingThread implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("embedded-postgres").factory());

    Process start(ProcessBuilder builder) throws IOException {
        var started = new CompletableFuture<Process>();
        thread.execute(() -> {
            try {
                started.complete(builder.start());
            } catch (IOException | RuntimeException e) {
                started.completeExceptionally(e);
            }
        });
        try {
            return started.get();
        } catch (ExecutionException e) {
            throw new IOException("cannot start " + builder.command().getFirst(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("Interrupted while PostgreSQL was started", e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
