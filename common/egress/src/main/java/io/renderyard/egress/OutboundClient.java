package io.renderyard.egress;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Posts to receivers that strangers name. It dials the judged address, follows no redirect, uses no proxy, keeps no
 * cookie, unpacks nothing, and reads of the answer's body only a little to throw it away. Thread-safe; blocks the
 * calling thread, which may be virtual.
 */
public final class OutboundClient implements AutoCloseable {
    private static final long READ_AT_MOST = 64 * 1024;

    private final EgressPolicy policy;
    private final InstantSource clock;
    private final OkHttpClient http;

    /**
     * A client with its own connections.
     *
     * @param clock tells how far away a Retry-After date is
     */
    public OutboundClient(EgressPolicy policy, InstantSource clock) {
        this.policy = policy;
        this.clock = clock;
        http = Outward.judgedClient(policy)
                // None is kept: a receiver may close an idle connection just when the next POST goes out, and since
                // nothing is sent twice that POST would be lost. It also means that every POST is judged.
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
                .build();
    }

    /**
     * Sends one POST, at most once. If we die half-way the receiver may have read it and nobody here knows: the
     * delivery ledger still says "due" and the same body with the same id is posted again.
     *
     * @param headers as they go out; {@code Content-Type} belongs here. Accept-Encoding and
     *     Connection are ours
     * @param within for the whole call: name, connection, TLS, sending and the answer
     * @throws IllegalArgumentException when a header has characters that no header may have
     */
    public Answer post(URI uri, Map<String, String> headers, byte[] body, Duration within) {
        Request.Builder request;
        try {
            HttpTarget target = HttpTarget.parse(uri.toString());
            Outward.judgeLiteral(policy, target);
            request = Outward.request(target);
        } catch (RefusedTarget e) {
            return new Answer.Refused(e.verdict());
        }
        headers.forEach(request::header);
        return call(
                request.header("Accept-Encoding", "identity")
                        .header("Connection", "close")
                        .post(new OneShot(body))
                        .build(),
                within);
    }

    private Answer call(Request request, Duration within) {
        long started = System.nanoTime();
        try (Response response = bounded(within).newCall(request).execute()) {
            var retryAfter = RetryAfter.parse(response.header("Retry-After"), clock.instant());
            discard(response.body().source());
            return new Answer.Responded(response.code(), retryAfter);
        } catch (InterruptedIOException e) {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
            return new Answer.Unreachable("timeout after " + millis + " ms of at most " + within.toMillis());
        } catch (IOException e) {
            Verdict.Refused refusal = Outward.refusalIn(e);
            return refusal == null ? new Answer.Unreachable(Outward.why(request, e)) : new Answer.Refused(refusal);
        }
    }

    /** Shares its connections and threads with every other of this client. */
    private OkHttpClient bounded(Duration within) {
        return http.newBuilder()
                .callTimeout(within)
                .connectTimeout(within)
                .readTimeout(within)
                .writeTimeout(within)
                .build();
    }

    /** Lets a receiver with a short answer finish in peace; a long one is cut off. */
    private static void discard(BufferedSource body) {
        try {
            long left = READ_AT_MOST;
            while (left > 0 && !body.exhausted()) {
                long here = Math.min(left, body.getBuffer().size());
                body.skip(here);
                left -= here;
            }
        } catch (IOException e) {
            // The status is the answer; a receiver that breaks off its body has still answered.
            return;
        }
    }

    /** Calls that are under way end by themselves, within the bound. */
    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
