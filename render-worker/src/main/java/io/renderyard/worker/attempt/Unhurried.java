package io.renderyard.worker.attempt;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Does what nobody waits for in front of a screen, on a few threads of low priority. Platform threads on purpose:
 * hundreds of virtual ones that have something to work out stand in one line, and whoever of them has just gone ahead
 * for others, such as with a shared statement, would make everybody wait until it is its turn again.
 */
final class Unhurried {
    private final ExecutorService threads;

    /** @param atOnce how many steps are done at the same time */
    Unhurried(int atOnce) {
        this.threads = Executors.newFixedThreadPool(
                atOnce, Thread.ofPlatform().daemon().name("unhurried-", 0).factory()::newThread);
        for (int i = 0; i < atOnce; i++) {
            threads.execute(LowPriority::take);
        }
    }

    interface Step {
        void run() throws InterruptedException;
    }

    /**
     * Blocks until it is done.
     *
     * @throws InterruptedException when the caller was interrupted, and the step with it: it is over then
     */
    void run(Step step) throws InterruptedException {
        Handed handed = new Handed(step);
        threads.execute(handed);
        handed.await();
    }

    private static final class Handed implements Runnable {
        private final Step step;
        private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
        private final Map<String, String> said = Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of());
        private @Nullable Thread thread;

        Handed(Step step) {
            this.step = step;
        }

        @Override
        public void run() {
            if (!begin()) {
                return;
            }
            MDC.setContextMap(said);
            try {
                step.run();
                leave();
                end.complete(null);
            } catch (InterruptedException | RuntimeException | Error e) {
                leave();
                end.completeExceptionally(e);
            }
        }

        private synchronized boolean begin() {
            thread = Thread.currentThread();
            return !end.isDone();
        }

        /** An interrupt that comes now is nobody's any more. */
        private synchronized void leave() {
            thread = null;
            MDC.clear();
            boolean unused = Thread.interrupted();
        }

        void await() throws InterruptedException {
            try {
                end.get();
            } catch (InterruptedException e) {
                withdraw();
                Object unused = end.handle((_, _) -> "over").join();
                throw e;
            } catch (ExecutionException e) {
                throw thrown(e.getCause());
            }
        }

        private synchronized void withdraw() {
            if (thread == null) {
                end.complete(null);
            } else {
                thread.interrupt();
            }
        }

        private static RuntimeException thrown(@Nullable Throwable cause) throws InterruptedException {
            return switch (cause) {
                case InterruptedException interrupted -> throw interrupted;
                case RuntimeException failed -> failed;
                case Error defect -> throw defect;
                case null, default -> new IllegalStateException("a step ended in a way it must not", cause);
            };
        }
    }
}
