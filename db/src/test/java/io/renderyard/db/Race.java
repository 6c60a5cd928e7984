package io.renderyard.db;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Lets several do something at the same moment. */
public final class Race implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final ExecutorService runners = Executors.newCachedThreadPool();

    /** What each of them got, in their order. */
    public <T> List<T> run(int runners, Callable<T> step) throws Exception {
        return run(Stream.generate(() -> step).limit(runners).toList());
    }

    public <T> List<T> run(List<Callable<T>> steps) throws Exception {
        CyclicBarrier line = new CyclicBarrier(steps.size());
        List<Future<T>> results = steps.stream()
                .map(step -> runners.submit(() -> {
                    int unused = line.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    return step.call();
                }))
                .toList();
        var values = new ArrayList<T>();
        for (Future<T> result : results) {
            values.add(result.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
        return values;
    }

    @Override
    public void close() {
        runners.close();
    }
}
