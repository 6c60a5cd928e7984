package io.renderyard.worker.browser;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A site that serves what marks are made of, and counts what it is asked for. */
final class MarkedSite implements AutoCloseable {
    private final PlayedSite site = new PlayedSite();
    private final AtomicInteger kept = new AtomicInteger();
    private final AtomicInteger conditional = new AtomicInteger();
    private final AtomicInteger beat = new AtomicInteger();
    private final AtomicInteger workerBeat = new AtomicInteger();
    private final AtomicInteger cookies = new AtomicInteger();
    private final AtomicInteger headers = new AtomicInteger();
    private final AtomicReference<String> blob = new AtomicReference<>("");

    MarkedSite() {
        site.page("/page", "<link rel=icon href=/icon.png><body><script src=/marks.js></script><p>page");
        site.file("/marks.js", "text/javascript", Marks.library());
        site.file("/service.js", "text/javascript", "self.onfetch = () => {}");
        site.file(
                "/shared.js",
                "text/javascript",
                "let state = ''; self.onconnect = e => e.ports[0].onmessage = m => {"
                        + " if (m.data === 'mark') state = 'marked'; e.ports[0].postMessage(state); }");
        site.reply("/set-cookie", exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "s-m4rk3r=1; Max-Age=9999; SameSite=None; Secure");
            exchange.getResponseHeaders()
                    .add("Set-Cookie", "p-m4rk3r=1; Max-Age=9999; SameSite=None; Secure; Partitioned; Path=/");
            PlayedSite.answer(exchange, 200, "text/plain", "set");
        });
        site.reply("/nothing", exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "m4rk3r=nothing; Max-Age=9999; Path=/");
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        site.reply("/plain", exchange -> {
            String sent = String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"));
            if (sent.contains("s-m4rk3r") || sent.contains("p-m4rk3r")) {
                cookies.incrementAndGet();
            }
            if (exchange.getRequestHeaders().containsKey("X-Marker")) {
                headers.incrementAndGet();
            }
            PlayedSite.answer(exchange, 200, "text/plain", "plain");
        });
        site.reply("/kept", exchange -> {
            kept.incrementAndGet();
            exchange.getResponseHeaders().add("Cache-Control", "max-age=9999");
            PlayedSite.answer(exchange, 200, "text/plain", "m4rk3r");
        });
        site.reply("/tagged", exchange -> {
            if (exchange.getRequestHeaders().containsKey("If-None-Match")) {
                conditional.incrementAndGet();
            }
            exchange.getResponseHeaders().add("Cache-Control", "no-cache");
            exchange.getResponseHeaders().add("ETag", "\"m4rk3r\"");
            PlayedSite.answer(exchange, 200, "text/plain", "m4rk3r");
        });
        site.reply("/blob-is", exchange -> {
            blob.set(exchange.getRequestURI().getRawQuery());
            PlayedSite.answer(exchange, 200, "text/plain", "noted");
        });
        site.reply("/blob", exchange -> PlayedSite.answer(exchange, 200, "text/plain", String.valueOf(blob.get())));
        site.reply("/beat", exchange -> counted(exchange, beat));
        site.reply("/worker-beat", exchange -> counted(exchange, workerBeat));
        site.file("/forbidden", "text/plain", "not forbidden");
        site.reply("/closed", exchange -> {
            boolean let = exchange.getRequestHeaders().containsKey("Authorization");
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"farm\"");
            PlayedSite.answer(exchange, let ? 200 : 401, "text/plain", "closed");
        });
        site.reply(
                "/hits",
                exchange -> PlayedSite.answer(
                        exchange,
                        200,
                        "application/json",
                        "{\"kept\":%d,\"conditional\":%d,\"beat\":%d,\"workerBeat\":%d,\"cookies\":%d,\"headers\":%d}"
                                .formatted(
                                        kept.get(),
                                        conditional.get(),
                                        beat.get(),
                                        workerBeat.get(),
                                        cookies.get(),
                                        headers.get())));
    }

    private static void counted(com.sun.net.httpserver.HttpExchange exchange, AtomicInteger counter)
            throws IOException {
        counter.incrementAndGet();
        PlayedSite.answer(exchange, 200, "text/plain", "");
    }

    PlayedSite played() {
        return site;
    }

    int port() {
        return site.port();
    }

    @Override
    public void close() {
        site.close();
    }
}
