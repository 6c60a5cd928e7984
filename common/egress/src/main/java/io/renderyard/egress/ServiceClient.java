package io.renderyard.egress;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Asks services and reads what they answer. The origins that the operator named may be anywhere, everything else is
 * judged like a stranger's address. It uses no proxy, keeps no cookie and unpacks nothing. Thread-safe; blocks the calling
 * thread, which may be virtual; as many calls as callers at the same time.
 */
public final class ServiceClient implements AutoCloseable {
    private static final int MOST_REDIRECTS = 3;
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final EgressPolicy policy;
    private final InstantSource clock;
    private final Set<Origin> trusted;
    private final LargeBodies bodies;
    private final OkHttpClient judged;
    private final OkHttpClient unjudged;

    /**
     * A client with its own connections. It trusts nobody.
     *
     * @param clock tells how far away a Retry-After date is
     * @param working where large answers are worked out
     */
    public ServiceClient(EgressPolicy policy, InstantSource clock, Executor working) {
        this(
                policy,
                clock,
                Set.of(),
                new LargeBodies(working),
                patient(Outward.judgedClient(policy)),
                patient(Outward.plainClient().dns(new UnjudgedDns(policy))));
    }

    private ServiceClient(
            EgressPolicy policy,
            InstantSource clock,
            Set<Origin> trusted,
            LargeBodies bodies,
            OkHttpClient judged,
            OkHttpClient unjudged) {
        this.policy = policy;
        this.clock = clock;
        this.trusted = trusted;
        this.bodies = bodies;
        this.judged = judged;
        this.unjudged = unjudged;
    }

    /** How long a call may take is its caller's to say, so only dialling has a bound here. */
    private static OkHttpClient patient(OkHttpClient.Builder client) {
        // No idle one is kept: nothing is sent twice, so a POST that meets one which the service has just closed is
        // lost. A new one costs nothing beside what a model takes; calls at the same time still share one over HTTP/2.
        return client.connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
                .callTimeout(Duration.ZERO)
                .connectTimeout(CONNECT)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build();
    }

    private static Set<Origin> origins(Collection<URI> addresses) {
        return addresses.stream().map(address -> Origin.of(address.toString())).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The same client with the same connections, trusting these origins and no others: so that what one service says
     * does not lead to another, nor a slow one holds up others. Closing either closes both.
     *
     * @param addresses of services; of each counts scheme, host and port
     * @throws IllegalArgumentException when one of them is no http or https address
     */
    public ServiceClient trusting(Collection<URI> addresses) {
        return new ServiceClient(policy, clock, origins(addresses), bodies.others(), judged, unjudged);
    }

    /**
     * Sends one request, at most once, and reads the answer. Redirects are answers too. If we die half-way the service
     * may have acted.
     *
     * @param atMost for the whole call: name, connection, sending and the answer
     * @param mostBytes that the answer's body may have
     * @param reading what is made of the body, whatever the status. It is lent the bytes, from the beginning of an array,
     *     and must not keep them
     * @throws IllegalArgumentException when a header has characters that no header may have
     * @throws InterruptedException at once when the thread is interrupted; the call is broken off
     */
    public <T> ServiceAnswer<T> call(
            ServiceRequest asked, Duration atMost, long mostBytes, Function<ByteBuffer, T> reading)
            throws InterruptedException {
        Request.Builder request;
        OkHttpClient client;
        try {
            HttpTarget target = HttpTarget.parse(asked.uri().toString());
            boolean open = trusted.contains(Origin.of(target));
            if (!open) {
                Outward.judgeLiteral(policy, target);
            }
            client = open ? unjudged : judged;
            request = Outward.request(target);
        } catch (RefusedTarget e) {
            return new ServiceAnswer.Refused<>(e.verdict());
        }
        asked.headers().forEach(request::header);
        byte @Nullable [] body = asked.bodyToSend();
        request.method(asked.method(), body == null ? null : new OneShot(body));
        return await(client.newCall(request.build()), atMost, mostBytes, reading);
    }

    /**
     * Fetches what lies at an address, following at most three redirects, each judged anew. Sends no credentials.
     *
     * @param atMost for everything together
     * @param mostBytes that the body may have
     */
    public ServiceAnswer<byte[]> download(URI uri, Duration atMost, long mostBytes) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        URI here = uri;
        for (int redirects = 0; true; redirects++) {
            Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
            ServiceAnswer<byte[]> answer = call(ServiceRequest.get(here), left, mostBytes, ServiceClient::copy);
            Optional<URI> next = answer instanceof ServiceAnswer.Responded<?> responded
                    ? redirect(here, responded)
                    : Optional.empty();
            if (next.isEmpty()) {
                return answer instanceof ServiceAnswer.Late ? new ServiceAnswer.Late<>(atMost) : answer;
            }
            if (redirects == MOST_REDIRECTS) {
                return new ServiceAnswer.Unreachable<>("more than " + MOST_REDIRECTS + " redirects");
            }
            here = next.get();
        }
    }

    private static byte[] copy(ByteBuffer lent) {
        return Arrays.copyOf(lent.array(), lent.remaining());
    }

    private static Optional<URI> redirect(URI from, ServiceAnswer.Responded<?> responded) {
        return switch (responded.status()) {
            case 301, 302, 303, 307, 308 ->
                responded.header("location").flatMap(location -> {
                    HttpUrl base = HttpUrl.parse(from.toString());
                    HttpUrl next = base == null ? null : base.resolve(location);
                    return next == null ? Optional.empty() : Optional.of(next.uri());
                });
            default -> Optional.empty();
        };
    }

    /**
     * On a thread of its own, which is cheap: an interrupt of the thread that makes a call would hurt other calls on the
     * same HTTP/2 connection, and neither an interrupt nor a time-out reaches a look-up of names.
     */
    private <T> ServiceAnswer<T> await(Call call, Duration atMost, long mostBytes, Function<ByteBuffer, T> reading)
            throws InterruptedException {
        // An answer is taken out of it, and no future waits for one: whatever waits for long is among the old objects
        // when the answer comes, and dead ones of those would keep megabytes until all the old are looked through.
        var answered = new ArrayBlockingQueue<Future<ServiceAnswer<T>>>(1);
        Thread.ofVirtual()
                .name("service-call")
                .start(() -> answered.add(result(() -> execute(call, mostBytes, reading))));
        try {
            Future<ServiceAnswer<T>> answer = answered.poll(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS);
            if (answer == null) {
                call.cancel();
                return new ServiceAnswer.Late<>(atMost);
            }
            return answer.get();
        } catch (InterruptedException e) {
            call.cancel();
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a call ended in a way it must not", e.getCause());
        }
    }

    private static <T> Future<T> result(Supplier<T> work) {
        try {
            return CompletableFuture.completedFuture(work.get());
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private <T> ServiceAnswer<T> execute(Call call, long mostBytes, Function<ByteBuffer, T> reading) {
        try (Response response = call.execute()) {
            // Before the answer is made: what stands in line for its turn to be read is not to be old by then, either.
            T body = bodies.read(response.body(), mostBytes, reading);
            return new ServiceAnswer.Responded<>(
                    response.code(),
                    response.headers().toMultimap(),
                    body,
                    RetryAfter.parse(response.header("Retry-After"), clock.instant()));
        } catch (LargeBodies.TooLargeException e) {
            return new ServiceAnswer.TooLarge<>(mostBytes);
        } catch (IOException e) {
            Verdict.Refused refusal = Outward.refusalIn(e);
            return refusal == null
                    ? new ServiceAnswer.Unreachable<>(Outward.why(call.request(), e))
                    : new ServiceAnswer.Refused<>(refusal);
        }
    }

    /** Lets go of the idle connections. Calls that are under way end by themselves. */
    @Override
    public void close() {
        for (OkHttpClient client : Set.of(judged, unjudged)) {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }
}
