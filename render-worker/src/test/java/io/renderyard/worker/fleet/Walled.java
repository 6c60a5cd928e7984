package io.renderyard.worker.fleet;

import io.renderyard.egress.AddressRange;
import io.renderyard.egress.EgressPolicy;
import io.renderyard.egress.SystemNameResolver;
import io.renderyard.egress.TrafficLimits;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Viewport;
import io.renderyard.worker.browser.BrowserFleet;
import io.renderyard.worker.browser.EgressGate;
import io.renderyard.worker.browser.Extras;
import io.renderyard.worker.browser.UsualBrowsers;
import io.renderyard.worker.installed.NodePackages;
import io.renderyard.worker.rendering.RenderException;
import io.renderyard.worker.rendering.Rendering;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** One browser behind the farm's own proxy, which can be got hold of. */
final class Walled implements AutoCloseable {
    static final Duration ENOUGH = Duration.ofSeconds(30);
    private static final TrafficLimits PLENTY = new TrafficLimits(100_000, 1L << 30);

    private final ConcurrentLinkedDeque<EgressGate> gates = new ConcurrentLinkedDeque<>();
    private final BrowserFleet fleet;

    /** @param allowed addresses that are open although they are special */
    Walled(Path runFolder, String... allowed) {
        EgressPolicy policy =
                new EgressPolicy(Stream.of(allowed).map(AddressRange::parse).toList(), new SystemNameResolver());
        fleet = new BrowserFleet(
                UsualBrowsers.settings(1, runFolder),
                port -> {
                    ProxyGate gate = new ProxyGate(policy, PLENTY, port);
                    gates.add(gate);
                    return gate;
                },
                new Extras(Path.of("/nonexistent"), new NodePackages(Path.of("/nonexistent"))));
        Awaitility.await("a browser").atMost(ENOUGH).until(fleet::healthy);
    }

    Rendering draw(RenderSpec spec, Duration atMost) throws RenderException, InterruptedException {
        return fleet.draw(spec, atMost, (done, of) -> {});
    }

    BrowserFleet fleet() {
        return fleet;
    }

    /** Of the browser that was started last. */
    EgressGate gate() {
        return gates.getLast();
    }

    static RenderSpec of(Source source) {
        return RenderSpec.plain(source, new Viewport(200, 100, 1), new PictureFormat.Png());
    }

    @Override
    public void close() {
        fleet.close();
    }
}
