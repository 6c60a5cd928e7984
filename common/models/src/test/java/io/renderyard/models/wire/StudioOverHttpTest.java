package io.renderyard.models.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.renderyard.egress.EgressPolicy;
import io.renderyard.egress.ServiceClient;
import io.renderyard.models.Backend;
import io.renderyard.models.Kind;
import io.renderyard.models.Provider;
import io.renderyard.models.Wish;
import io.renderyard.models.studio.Memory;
import io.renderyard.models.studio.Painted;
import io.renderyard.models.studio.Studio;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StudioOverHttpTest {
    private static final Duration LONG = Duration.ofSeconds(80);
    private static final int JOBS = 300;
    private static final int PLACES = 150;

    @Test
    @Timeout(90)
    void hundredsWaitAtOnceAndNeverMoreThanTheProviderHasPlaces() throws Exception {
        AtomicInteger there = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch full = new CountDownLatch(PLACES);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), PLACES * 2);
        byte[] body = ("{\"data\":[{\"b64_json\":\"" + ImageModelContract.base64(ImageModelContract.PNG) + "\"}]}")
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            most.accumulateAndGet(there.incrementAndGet(), Math::max);
            full.countDown();
            try {
                // All places are taken before the first picture is ready.
                boolean _ = full.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            there.decrementAndGet();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        try (ServiceClient services = new ServiceClient(
                        new EgressPolicy(List.of(), host -> {
                            throw new UnknownHostException(host);
                        }),
                        InstantSource.system(),
                        Runnable::run);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            URI base = URI.create("http://localhost:" + server.getAddress().getPort());
            Studio studio = new Studio(
                    List.of(new Provider("local", Kind.OPENAI, base, null, PLACES)),
                    Map.of("m", List.of(new Backend("local", "sd", null, Map.of(), LONG, Map.of()))),
                    LONG,
                    services);
            Callable<Painted> one = () -> studio.paint("m", new Wish("fog", "1:1"), Memory.none(), LONG);

            for (Future<Painted> painted : threads.invokeAll(
                    IntStream.range(0, JOBS).mapToObj(any -> one).toList())) {
                assertThat(painted.get().bytes()).isEqualTo(ImageModelContract.PNG);
            }
            assertThat(most).hasValue(PLACES);
        } finally {
            server.stop(0);
        }
    }
}
