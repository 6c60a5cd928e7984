package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Fleets.pixels;
import static io.renderyard.worker.browser.Specs.html;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.worker.rendering.RenderException;
import io.renderyard.worker.rendering.Rendering;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each process of a browser is killed or stopped while a page waits for a picture that is held back. */
class HurtBrowserIT {
    private static final String GREEN = "<body style='background:#0f0'>";
    private static final String WAITING = GREEN + "<img src='http://held.test/x.png'>";
    private static final Duration DEADLINE = Duration.ofSeconds(4);
    private static final Duration BACK = Duration.ofSeconds(5);

    static final HeldServer server = new HeldServer();

    @RegisterExtension
    static final SharedFleet fleet = SharedFleet.of(2, Map.of("held.test", server.port()), server);

    enum Part {
        BROWSER,
        RENDERER,
        GPU,
        NETWORK,
        DRIVER;

        List<ProcessHandle> of(Browser browser) {
            return switch (this) {
                case BROWSER -> List.of(Fleets.mainProcess(browser));
                case RENDERER -> Fleets.processes(browser, "--type=renderer");
                case GPU -> Fleets.processes(browser, "--type=gpu-process");
                case NETWORK -> Fleets.processes(browser, "network.mojom.NetworkService");
                case DRIVER -> List.of(browser.process());
            };
        }
    }

    /** What was drawn, or what was thrown. */
    private static CompletableFuture<Object> draw() {
        CompletableFuture<Object> end = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                end.complete(Fleets.draw(fleet, html(WAITING), DEADLINE));
            } catch (Throwable e) {
                end.complete(e);
            }
        });
        return end;
    }

    private static Browser waiting() {
        await("the page asks for its picture").until(server::isAsked);
        return fleet.browsers().stream()
                .filter(browser -> ((FakeGate) browser.gate()).isServing())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        // signal, process, what is left for the attempt
        "KILL, BROWSER, BROWSER_CRASHED",
        "KILL, RENDERER, BROWSER_CRASHED",
        "KILL, DRIVER, BROWSER_CRASHED",
        "KILL, GPU, DRAWN",
        "KILL, NETWORK, DRAWN",
        "STOP, BROWSER, TIMEOUT",
        "STOP, RENDERER, TIMEOUT",
        "STOP, GPU, TIMEOUT",
        "STOP, NETWORK, TIMEOUT",
        "STOP, DRIVER, DRAWN",
    })
    void onlyTheAttemptThatIsDrawnThereIsAffected(String signal, Part part, String outcome) throws Exception {
        fleet.awaitReady(BACK);
        server.hold();
        CompletableFuture<Object> end = draw();
        Browser victim = waiting();
        List<ProcessHandle> victims = part.of(victim);
        assertThat(victims).as("processes of this kind").isNotEmpty();
        long start = System.nanoTime();

        Fleets.signal(signal, victims);
        server.release();

        assertThat(pixels(fleet, html(GREEN)).at(9, 9)).isEqualTo(Pixels.GREEN);
        Object ended = end.get(DEADLINE.plusSeconds(2).toMillis(), TimeUnit.MILLISECONDS);
        assertEnded(ended, outcome);
        if (signal.equals("KILL")) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        }
        assertReadyWithout(victims, victim);
    }

    private static void assertReadyWithout(List<ProcessHandle> victims, Browser victim) {
        await("the victim is used again or gone")
                .atMost(BACK)
                .until(() -> victims.stream().noneMatch(ProcessHandle::isAlive)
                        || fleet.browsers().contains(victim));
        fleet.awaitReady(BACK);
    }

    @Test
    void aCutSocketCostsOnlyItsOwnAttempt() throws Exception {
        fleet.awaitReady(BACK);
        server.hold();
        CompletableFuture<Object> end = draw();
        Browser victim = waiting();
        List<ProcessHandle> victims = Part.BROWSER.of(victim);

        victim.tools().close();
        server.release();

        assertEnded(end.get(3, TimeUnit.SECONDS), "BROWSER_CRASHED");
        assertThat(pixels(fleet, html(GREEN)).at(9, 9)).isEqualTo(Pixels.GREEN);
        assertReadyWithout(victims, victim);
    }

    @Test
    void sharedMemoryThatIsFullIsNobodyElses() throws Exception {
        fleet.awaitReady(BACK);
        Browser victim = fleet.browsers().getFirst();
        Fleets.assertOwn("mnt", victim);
        int full = new ProcessBuilder(
                        "nsenter",
                        "--mount=/proc/" + victim.process().pid() + "/ns/mnt",
                        "sh",
                        "-c",
                        "head -c 2G /dev/zero > /dev/shm/full")
                .start()
                .waitFor();
        assertThat(full).as("the end of a writer that found no more room").isNotZero();

        int pictures = 0;
        for (int i = 0; i < 6; i++) {
            try {
                assertThat(pixels(fleet, html(GREEN)).at(9, 9)).isEqualTo(Pixels.GREEN);
                pictures++;
            } catch (RenderException e) {
                assertThat(e.failure().code().isRetryable()).isTrue();
            }
        }

        assertThat(pictures).as("the other browser draws on").isGreaterThanOrEqualTo(3);
        assertThat(Path.of("/dev/shm/full")).doesNotExist();
        fleet.browsers().stream().filter(victim::equals).forEach(Browser::kill);
        fleet.awaitReady(BACK.multipliedBy(2));
    }

    private static void assertEnded(Object ended, String expected) {
        if (ended instanceof RenderException e) {
            FailureCode code = e.failure().code();
            assertThat(code.isRetryable()).isTrue();
            if (!expected.equals("DRAWN")) {
                assertThat(code).isEqualTo(FailureCode.valueOf(expected));
            }
        } else {
            assertThat(ended).isInstanceOf(Rendering.class);
            assertThat(expected).as("the outcome of a page that was drawn").isEqualTo("DRAWN");
        }
    }
}
