package io.renderyard.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.worker.rendering.ProgressListener;
import io.renderyard.worker.rendering.RenderException;
import io.renderyard.worker.rendering.Renderer;
import io.renderyard.worker.rendering.Rendering;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One fleet for all tests of a class. After the last of them nothing of it may be left. */
final class SharedFleet implements Renderer, BeforeAllCallback, AfterAllCallback {
    private final int slots;
    private final Map<String, Integer> hosts;
    private final Extras extras;
    private final List<AutoCloseable> servers;
    private @Nullable Path folder;
    private @Nullable BrowserFleet fleet;

    private SharedFleet(int slots, Map<String, Integer> hosts, Extras extras, AutoCloseable... servers) {
        this.slots = slots;
        this.hosts = hosts;
        this.extras = extras;
        this.servers = List.of(servers);
    }

    /** For markup that loads nothing. */
    static SharedFleet of(int slots) {
        return of(slots, Map.of());
    }

    /**
     * @param hosts name to port on loopback
     * @param servers that are closed after the fleet
     */
    static SharedFleet of(int slots, Map<String, Integer> hosts, AutoCloseable... servers) {
        return new SharedFleet(slots, hosts, Fleets.bare(), servers);
    }

    /** On a machine with more than the browser. */
    static SharedFleet with(Extras extras, int slots, Map<String, Integer> hosts, AutoCloseable... servers) {
        return new SharedFleet(slots, hosts, extras, servers);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        folder = Files.createTempDirectory("fleet");
        fleet = Fleets.of(slots, folder, hosts, extras);
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        running().close();
        for (AutoCloseable server : servers) {
            server.close();
        }
        assertThat(running().reaped())
                .as("browsers that are gone")
                .isEqualTo(running().started());
        assertThat(Fleets.processesOf(folder())).isEmpty();
        assertThat(folder()).doesNotExist();
    }

    private BrowserFleet running() {
        return Objects.requireNonNull(fleet, "the fleet has not been started");
    }

    /** All that browsers and renders may write to. */
    Path folder() {
        return Objects.requireNonNull(folder, "the fleet has not been started");
    }

    @Override
    public Rendering draw(RenderSpec spec, Duration atMost, ProgressListener progress)
            throws RenderException, InterruptedException {
        return running().draw(spec, atMost, progress);
    }

    void awaitReady(Duration atMost) {
        Fleets.awaitReady(running(), slots, atMost);
    }

    List<Browser> browsers() {
        return running().browsers();
    }

    int restarts() {
        return running().restarts();
    }
}
