package io.renderyard.worker.painting;

import io.renderyard.worker.rendering.RenderException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Does the same for several, a few of them at a time. */
final class Together {
    private static final int AT_ONCE = 4;

    private Together() {}

    interface Step<T, R> {
        R take(T one) throws RenderException, InterruptedException;
    }

    /** All in their order, or the first failure, which ends the others. Whatever happens, nothing of it runs on. */
    static <T, R> List<R> each(List<T> all, Step<T, R> step) throws RenderException, InterruptedException {
        return all.size() == 1 ? List.of(step.take(all.getFirst())) : several(all, step);
    }

    private static <T, R> List<R> several(List<T> all, Step<T, R> step) throws RenderException, InterruptedException {
        Map<String, String> context = MDC.getCopyOfContextMap();
        try (ExecutorService threads = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofVirtual().name("prompt-part").factory())) {
            CompletionService<R> done = new ExecutorCompletionService<>(threads);
            List<Future<R>> parts = new ArrayList<>();
            for (T one : all) {
                parts.add(done.submit(() -> {
                    adopt(context);
                    return step.take(one);
                }));
            }
            try {
                for (int i = 0; i < all.size(); i++) {
                    result(done.take());
                }
            } catch (RenderException | InterruptedException | RuntimeException e) {
                threads.shutdownNow();
                throw e;
            }
            return parts.stream().map(Future::resultNow).toList();
        }
    }

    private static void adopt(@Nullable Map<String, String> context) {
        if (context != null) {
            MDC.setContextMap(context);
        }
    }

    private static void result(Future<?> part) throws RenderException, InterruptedException {
        try {
            part.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RenderException failure -> throw failure;
                case InterruptedException stopped -> throw stopped;
                case RuntimeException defect -> throw defect;
                case null, default -> throw new IllegalStateException("a picture ended in a way it must not", e);
            }
        }
    }
}
