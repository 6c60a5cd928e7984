package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Fleets.ENOUGH;
import static io.renderyard.worker.browser.Fleets.failure;
import static io.renderyard.worker.browser.Fleets.pixels;
import static io.renderyard.worker.browser.Specs.html;
import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.worker.cell.Limits;
import io.renderyard.worker.cell.Usage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By the kernel where this machine's control groups permit, by our own watch where not: the outcome is the same. */
class LimitsIT {
    private static final String GREEN = "<body style='background:#0f0'>";
    private static final Recycling NEVER = new Recycling(1, Duration.ofDays(1), Integer.MAX_VALUE);

    @TempDir
    Path runFolder;

    private BrowserFleet fleet(Limits limits, Map<String, Integer> hosts) {
        Recycling late = new Recycling(limits.memory() - 1, NEVER.age(), NEVER.renders());
        return Fleets.of(1, runFolder, hosts, limits, late);
    }

    @Test
    void aPageThatTakesTooMuchMemoryEndsItsAttemptAndNothingElse() throws Exception {
        try (BrowserFleet fleet = fleet(new Limits(700_000_000, 1_000, Duration.ofMinutes(2)), Map.of())) {
            var failure = failure(
                    fleet,
                    html("<script>const all = []; for (;;) all.push(new Uint8Array(2e7).fill(7))</script>"),
                    ENOUGH);

            assertThat(failure.code()).isEqualTo(FailureCode.RESOURCE_LIMIT);
            assertThat(pixels(fleet, html(GREEN)).at(100, 50)).isEqualTo(Pixels.GREEN);
            assertThat(fleet.restarts()).isEqualTo(1);
        }
    }

    @Test
    void aPageThatWorksTooLongEndsItsAttemptLongBeforeItsTime() throws Exception {
        try (BrowserFleet fleet = fleet(new Limits(1_500_000_000, 1_000, Duration.ofSeconds(2)), Map.of())) {
            for (int i = 0; i < 3; i++) {
                assertThat(pixels(fleet, html(GREEN + burning(1_000))).at(100, 50))
                        .as("each render has its own time")
                        .isEqualTo(Pixels.GREEN);
            }

            Failure failure = failure(fleet, html(burning(1_000_000)), ENOUGH);

            assertThat(failure.code()).isEqualTo(FailureCode.RESOURCE_LIMIT);
            assertThat(failure.message()).contains("processor time");
            assertThat(pixels(fleet, html(GREEN)).at(100, 50)).isEqualTo(Pixels.GREEN);
            assertThat(fleet.restarts()).isEqualTo(1);
        }
    }

    private static String burning(int millis) {
        return "<script>const end = performance.now() + " + millis + "; while (performance.now() < end);</script>";
    }

    @Test
    void aPageThatStartsWorkersWithoutEndIsHeldBack() throws Exception {
        int most = 260;
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                BrowserFleet fleet = fleet(
                        new Limits(1_500_000_000, most, Duration.ofMinutes(2)),
                        Map.of("silent.test", silent.getLocalPort()))) {
            String workers = "<script>const url = URL.createObjectURL(new Blob(['for(;;);']));"
                    + "for (let i = 0; i < 400; i++) new Worker(url)</script><img src='http://silent.test/x.png'>";
            CompletableFuture<Failure> end =
                    CompletableFuture.supplyAsync(() -> failure(fleet, html(workers), Duration.ofSeconds(4)));

            long peak = 0;
            while (!end.isDone()) {
                peak = Math.max(peak, Usage.tasks(Fleets.processesOf(runFolder)));
            }

            assertThat(end.get().code()).isIn(FailureCode.RESOURCE_LIMIT, FailureCode.TIMEOUT);
            // Our own watch, where there is no kernel's, is some threads late.
            assertThat(peak).isBetween(100L, most + 60L);
            assertThat(pixels(fleet, html(GREEN)).at(100, 50)).isEqualTo(Pixels.GREEN);
        }
    }
}
