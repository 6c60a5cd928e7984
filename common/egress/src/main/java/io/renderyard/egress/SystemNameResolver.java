package io.renderyard.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the operating system. Its look-ups cannot be interrupted and may hang for half a minute, so they run on a few
 * threads of their own and the caller stops waiting after a bound; a look-up that was given up ends by itself.
 */
public final class SystemNameResolver implements NameResolver {
    private static final int THREADS = 32;
    private static final int WAITING = 1_000;

    private final Duration patience;
    private final ThreadPoolExecutor threads;

    /** Waits at most 5 s for an answer. */
    public SystemNameResolver() {
        this(Duration.ofSeconds(5));
    }

    /** Waits at most {@code patience} for an answer. */
    public SystemNameResolver(Duration patience) {
        this.patience = patience;
        threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                5,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("name-lookup-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        var lookup = new FutureTask<>(() -> List.of(InetAddress.getAllByName(host)));
        try {
            threads.execute(lookup);
            return lookup.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            throw unknown(host, "too many look-ups are waiting", e);
        } catch (TimeoutException e) {
            lookup.cancel(false);
            throw unknown(host, "no answer within " + patience.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw unknown(host, "no address", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(host, "interrupted", e);
        }
    }

    private static UnknownHostException unknown(String host, String why, Exception cause) {
        var unknown = new UnknownHostException(host + ": " + why);
        unknown.initCause(cause);
        return unknown;
    }
}
