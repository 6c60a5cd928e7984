package io.renderyard.worker.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.renderyard.egress.AddressRange;
import io.renderyard.egress.EgressPolicy;
import io.renderyard.egress.TrafficLimits;
import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Viewport;
import io.renderyard.worker.browser.BrowserFleet;
import io.renderyard.worker.browser.Extras;
import io.renderyard.worker.browser.UsualBrowsers;
import io.renderyard.worker.installed.NodePackages;
import io.renderyard.worker.rendering.RenderException;
import io.renderyard.worker.rendering.Rendering;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of pages that are larger than the real gate lets in. */
class CutPageIT {
    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final int BUDGET = 300_000;
    private static final String TOO_MUCH = "<p>" + "x".repeat(BUDGET);

    @TempDir
    static Path runFolder;

    static HttpServer server;
    static BrowserFleet fleet;

    @BeforeAll
    static void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        page("/large", "<!doctype html><body>" + TOO_MUCH);
        page("/scripted", "<!doctype html><body><script>setInterval(() => {}, 10)</script>" + TOO_MUCH);
        page("/styled", "<!doctype html><link rel=stylesheet href=/large.css><body>");
        answers("/large.css", "text/css", "/*" + TOO_MUCH + "*/");
        server.start();
        EgressPolicy policy = new EgressPolicy(
                List.of(AddressRange.parse("127.0.0.0/8")), host -> List.of(InetAddress.getLoopbackAddress()));
        fleet = new BrowserFleet(
                UsualBrowsers.settings(1, runFolder),
                port -> new ProxyGate(policy, new TrafficLimits(100, BUDGET), port),
                new Extras(Path.of("/nonexistent"), new NodePackages(Path.of("/nonexistent"))));
    }

    @AfterAll
    static void stop() {
        fleet.close();
        server.stop(0);
    }

    private static void page(String path, String markup) {
        answers(path, "text/html", markup);
    }

    private static void answers(String path, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
    }

    private static String address(String path) {
        return "http://pages.test:" + server.getAddress().getPort() + path;
    }

    private static RenderSpec spec(Source source) {
        return RenderSpec.plain(source, new Viewport(200, 100, 1), new PictureFormat.Png());
    }

    private static Rendering draw(Source source) throws RenderException, InterruptedException {
        return fleet.draw(spec(source), BOUND, (done, of) -> {});
    }

    private static void isCut(Source source) {
        long start = System.nanoTime();

        Failure failure =
                catchThrowableOfType(RenderException.class, () -> draw(source)).failure();

        assertThat(failure.code()).isEqualTo(FailureCode.RESOURCE_LIMIT);
        assertThat(failure.message()).contains("One page may load and send at most 300,000 bytes.");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND.dividedBy(2));
    }

    @Test
    void aDocumentThatIsCutEndsAtTheCut() {
        isCut(new Source.Url(URI.create(address("/large"))));
        isCut(new Source.Url(URI.create(address("/scripted"))));
    }

    @Test
    void aDocumentThatMarkupLeadsToIsNoExceptionWhenItIsCut() {
        isCut(new Source.Html("<script>location = '" + address("/large") + "'</script>"));
    }

    @Test
    void aPageThatLacksSomethingIsDrawnWithoutIt() throws Exception {
        Rendering rendering = draw(new Source.Url(URI.create(address("/styled"))));

        assertThat(rendering.receipt().flags()).contains(Receipt.Flag.LIMIT_REACHED);
    }
}
