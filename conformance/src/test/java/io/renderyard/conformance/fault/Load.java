package io.renderyard.conformance.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Calls at an even rate, however long each takes: a crowd does not wait for its slowest member. */
final class Load {
    private Load() {}

    /** Makes so many calls, and gives what they gave, in the order in which they began. */
    static <T> List<T> run(int perSecond, int calls, IntFunction<Callable<T>> call)
            throws InterruptedException, ExecutionException {
        long began = System.nanoTime();
        long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> under = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                LockSupport.parkNanos(began + i * gap - System.nanoTime());
                under.add(threads.submit(call.apply(i)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : under) {
                results.add(one.get());
            }
            return results;
        }
    }
}
