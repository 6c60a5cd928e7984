package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Fleets.pixels;
import static io.renderyard.worker.browser.Specs.html;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserDeathIT {
    private static final String BUSY = "<script>document.title = 'busy'; for(;;);</script>";
    private static final Duration BACK = Duration.ofSeconds(5);

    @TempDir
    Path runFolder;

    BrowserFleet fleet;

    @BeforeEach
    void start() {
        fleet = Fleets.of(2, runFolder, Map.of());
    }

    @AfterEach
    void stop() {
        fleet.close();
    }

    /** The browser whose renderer burns a core. */
    private Browser busy() {
        return await().until(
                        () -> fleet.browsers().stream()
                                .filter(one -> Fleets.renderers(one).stream()
                                        .anyMatch(renderer -> renderer.info()
                                                        .totalCpuDuration()
                                                        .orElse(Duration.ZERO)
                                                        .compareTo(Duration.ofMillis(700))
                                                > 0))
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    @Test
    void anIdleBrowserThatDiesIsReplaced() throws Exception {
        Browser victim = fleet.browsers().getFirst();

        assertThat(Fleets.mainProcess(victim).destroyForcibly()).isTrue();

        await().atMost(BACK).until(() -> fleet.restarts() == 1);
        Fleets.awaitReady(fleet, 2, BACK);
        for (int i = 0; i < 4; i++) {
            assertThat(pixels(fleet, html("<body style='background:#0f0'>")).at(9, 9))
                    .isEqualTo(Pixels.GREEN);
        }
    }

    @Test
    void anInterruptStopsTheRender() throws Exception {
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread drawing = Thread.ofPlatform().start(() -> {
            try {
                end.complete(new AssertionError("drawn: " + Fleets.draw(fleet, html(BUSY))));
            } catch (Throwable e) {
                end.complete(e);
            }
        });
        ProcessHandle victim = busy().process();

        drawing.interrupt();

        assertThat(end.get(2, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        await().atMost(BACK).until(() -> !victim.isAlive());
        Fleets.awaitReady(fleet, 2, BACK);
        assertThat(fleet.restarts()).isEqualTo(1);
    }

    @Test
    void closingLeavesNoProcessAndNoProfile() {
        assertThat(Fleets.processesOf(runFolder)).isNotEmpty();

        fleet.close();

        await().atMost(Duration.ofSeconds(3))
                .until(() -> Fleets.processesOf(runFolder).isEmpty());
        assertThat(runFolder).doesNotExist();
        assertThat(fleet.healthy()).isFalse();
    }
}
