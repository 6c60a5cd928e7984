package io.renderyard.worker.unhurried;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** A step that somebody waits for. */
final class Handed implements Runnable {
    private final Unhurried.Step step;
    private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
    private final Map<String, String> said = Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of());
    private @Nullable Thread thread;

    Handed(Unhurried.Step step) {
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
