package io.renderyard.worker.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.Source;
import io.renderyard.worker.rendering.RenderException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A browser's proxy is killed while a page is loading through it. */
class GateDeathIT {
    private static final int TRIALS = Integer.getInteger("renderyard.trials", 3);
    private static final Duration HEALTHY = Duration.ofSeconds(2);

    /** What was on its way when the proxy died may still arrive. */
    private static final Duration LAST_WORDS = Duration.ofMillis(100);

    /** It never has all it wants, and goes on asking. */
    private static final String PAGE = "<!doctype html><body style='background:#0f0'><img src=/never>"
            + "<script>setInterval(() => fetch('/beat').catch(() => {}), 5)</script>";

    @TempDir
    Path runFolder;

    private final Queue<Long> beats = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Void> closing = new CompletableFuture<>();
    private HttpServer site;

    @BeforeEach
    void open() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        site.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        site.createContext("/page", exchange -> answer(exchange, PAGE));
        site.createContext("/never", exchange -> closing.join());
        site.createContext("/beat", exchange -> {
            beats.add(System.nanoTime());
            answer(exchange, "");
        });
        site.start();
    }

    @AfterEach
    void close() {
        closing.complete(null);
        site.stop(0);
    }

    private static void answer(HttpExchange exchange, String page) throws IOException {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Failure failure(Walled walled) {
        URI page = URI.create("http://127.0.0.1:" + site.getAddress().getPort() + "/page");
        return catchThrowableOfType(
                        RenderException.class, () -> walled.draw(Walled.of(new Source.Url(page)), Walled.ENOUGH))
                .failure();
    }

    @Test
    void aPageWhoseProxyDiesFailsClosedAndTheWorkerIsHealthyInTwoSeconds() throws Exception {
        Duration worst = Duration.ZERO;
        try (Walled walled = new Walled(runFolder, "127.0.0.1")) {
            for (int trial = 0; trial < TRIALS; trial++) {
                beats.clear();
                CompletableFuture<Failure> drawing = CompletableFuture.supplyAsync(() -> failure(walled));
                Awaitility.await("the page asks and asks").atMost(Walled.ENOUGH).until(() -> beats.size() > 5);

                walled.gate().close();
                long killed = System.nanoTime();

                assertThat(walled.fleet().healthy()).isFalse();
                Failure failure = drawing.get(Walled.ENOUGH.toSeconds(), TimeUnit.SECONDS);
                Awaitility.await("a browser with a proxy")
                        .pollInterval(Duration.ofMillis(5))
                        .atMost(Walled.ENOUGH)
                        .until(walled.fleet()::healthy);
                Duration took = Duration.ofNanos(System.nanoTime() - killed);
                worst = took.compareTo(worst) > 0 ? took : worst;
                assertThat(failure.code()).isEqualTo(FailureCode.BROWSER_CRASHED);
                assertThat(failure.code().isRetryable()).isTrue();
                assertThat(beats)
                        .as("requests that came although the proxy was dead")
                        .noneMatch(beat -> beat - killed > LAST_WORDS.toNanos());
                walled.draw(Walled.of(new Source.Html("<p>next")), Walled.ENOUGH)
                        .exposure()
                        .close();
                assertThat(walled.fleet().restarts()).isEqualTo(trial + 1);
            }
            System.out.printf(
                    "Row 40: %d proxies killed in mid-page, healthy again within %d ms%n", TRIALS, worst.toMillis());
            assertThat(worst).isLessThan(HEALTHY);
        }
    }
}
