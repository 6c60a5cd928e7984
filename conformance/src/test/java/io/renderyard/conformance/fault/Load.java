package io.renderyard.conformance.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Calls at an even rate. */
final class Load {
    private Load() {}

    /**
     * Makes so many calls, however long each takes: a crowd does not wait for its slowest member.
     *
     * @return what they gave, in the order in which they began
     */
    static <T> List<T> run(int perSecond, int calls, IntFunction<Callable<T>> call)
            throws InterruptedException, ExecutionException {
        return run(perSecond, calls, calls, call);
    }

    /** @param callers calls at once at most: those who must have their answer before they go on */
    static <T> List<T> run(int perSecond, int calls, int callers, IntFunction<Callable<T>> call)
            throws InterruptedException, ExecutionException {
        Semaphore free = new Semaphore(callers);
        long began = System.nanoTime();
        long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> under = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                LockSupport.parkNanos(began + i * gap - System.nanoTime());
                free.acquire();
                Callable<T> one = call.apply(i);
                under.add(threads.submit(() -> {
                    try {
                        return one.call();
                    } finally {
                        free.release();
                    }
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : under) {
                results.add(one.get());
            }
            return results;
        }
    }
}
