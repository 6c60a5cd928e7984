package io.renderyard.egress;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Passes requests to another process of our own farm. The operator chose its address, so nothing is judged; in
 * exchange it can only ever talk to that one address. Thread-safe.
 */
public final class Neighbour implements AutoCloseable {
    private final HttpUrl base;
    private final OkHttpClient http;

    /** Connects within 2 s and waits at most 90 s between two bytes. */
    public Neighbour(URI base) {
        this(base, Duration.ofSeconds(90));
    }

    /**
     * A neighbour at a fixed place.
     *
     * @param base scheme, host, port and perhaps a path that is put before every other
     * @param silence how long the neighbour may be silent in mid-answer
     */
    public Neighbour(URI base, Duration silence) {
        this.base = HttpUrl.get(base.toString());
        http = new OkHttpClient.Builder()
                .proxy(Proxy.NO_PROXY)
                .cookieJar(CookieJar.NO_COOKIES)
                .followRedirects(false)
                .followSslRedirects(false)
                .protocols(List.of(Protocol.HTTP_1_1))
                // Shorter than any of our servers keeps an idle connection, so that a POST never meets a closed one.
                .connectionPool(new ConnectionPool(32, 5, TimeUnit.SECONDS))
                .connectTimeout(Duration.ofSeconds(2))
                .readTimeout(silence)
                .writeTimeout(silence)
                .callTimeout(Duration.ZERO)
                .build();
    }

    /**
     * Sends the request, at most once, and returns as soon as the neighbour's head is here. If we die half-way the
     * neighbour may have acted; the client repeats with its idempotency key.
     *
     * @param pathAndQuery starts with a slash
     * @param headers hop-by-hop ones, Host and Content-Length are dropped
     * @param bodyOrNull read to its end and not closed; ignored for GET and HEAD
     * @throws IOException when the neighbour is not reachable or falls silent
     * @throws IllegalArgumentException when path, method or a header is malformed
     */
    public Reply forward(
            String method, String pathAndQuery, Map<String, List<String>> headers, @Nullable InputStream bodyOrNull)
            throws IOException {
        var request = new Request.Builder().url(url(pathAndQuery));
        endToEnd(headers).forEach((name, values) -> values.forEach(value -> request.addHeader(name, value)));
        request.removeHeader("Content-Length");
        boolean accepts = headers.keySet().stream().anyMatch("Accept-Encoding"::equalsIgnoreCase);
        if (!accepts) {
            // Otherwise OkHttp would ask for gzip and unpack it behind our back.
            request.header("Accept-Encoding", "identity");
        }
        Response response = http.newCall(request.method(method, body(method, headers, bodyOrNull))
                        .build())
                .execute();
        return new Reply(
                response.code(),
                endToEnd(response.headers().toMultimap()),
                // Okio's stream waits for bytes even when asked for none, which readNBytes does.
                new BufferedInputStream(response.body().byteStream()));
    }

    private HttpUrl url(String pathAndQuery) {
        if (!pathAndQuery.startsWith("/")) {
            throw new IllegalArgumentException("a path starts with a slash: " + pathAndQuery);
        }
        String root = base.toString();
        HttpUrl url = HttpUrl.get((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + pathAndQuery);
        if (!url.host().equals(base.host()) || url.port() != base.port()) {
            throw new IllegalArgumentException("leads away from " + base + ": " + pathAndQuery);
        }
        return url;
    }

    private static @Nullable RequestBody body(
            String method, Map<String, List<String>> headers, @Nullable InputStream bodyOrNull) {
        if (method.equals("GET") || method.equals("HEAD")) {
            return null;
        }
        return bodyOrNull == null ? RequestBody.EMPTY : new Streamed(bodyOrNull, length(headers));
    }

    private static long length(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Content-Length"))
                .flatMap(header -> header.getValue().stream())
                .filter(value -> value.matches("[0-9]{1,18}"))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(-1);
    }

    private static Map<String, List<String>> endToEnd(Map<String, List<String>> headers) {
        Set<String> hops = HopByHop.names(headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Connection"))
                .flatMap(header -> header.getValue().stream())
                .toList());
        var kept = new LinkedHashMap<String, List<String>>();
        headers.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!hops.contains(lower) && !HopByHop.isForProxies(lower) && !lower.equals("host")) {
                kept.put(name, List.copyOf(values));
            }
        });
        return kept;
    }

    /** Lets go of the idle connections. Replies that are under way end by themselves. */
    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    /** Sends as it reads, once. */
    private static final class Streamed extends RequestBody {
        private final InputStream stream;
        private final long length;

        Streamed(InputStream stream, long length) {
            this.stream = stream;
            this.length = length;
        }

        @Override
        public @Nullable MediaType contentType() {
            return null;
        }

        @Override
        public long contentLength() {
            return length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.writeAll(Okio.source(stream));
        }
    }
}
