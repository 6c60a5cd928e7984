package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Fleets.ENOUGH;
import static io.renderyard.worker.browser.Fleets.failure;
import static io.renderyard.worker.browser.Fleets.pixels;
import static io.renderyard.worker.browser.Specs.html;
import static io.renderyard.worker.browser.Specs.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.kernel.job.FailureCode;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnNetworkIT {
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

    private static String network(ProcessHandle process) {
        return Fleets.namespace("net", process.pid());
    }

    private Browser walled() {
        Browser browser = fleet.browsers().getFirst();
        Fleets.assertOwn("net", browser);
        return browser;
    }

    /** What a process says that runs where the browser runs. */
    private static String inside(Browser browser, String command) throws Exception {
        Process process = new ProcessBuilder(
                        List.of("nsenter", "--net=/proc/" + browser.process().pid() + "/ns/net", "bash", "-c", command))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    @Test
    void everyProcessOfABrowserIsInItsOwnNetwork() {
        String its = network(walled().process());

        assertThat(fleet.browsers().getFirst().process().descendants())
                .filteredOn(one -> !Fleets.commandLine(one.pid()).contains("--type="))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(network(one)).isEqualTo(its));
        assertThat(network(fleet.browsers().getLast().process())).isNotEqualTo(its);
    }

    @Test
    void nothingButTheGateCanBeReachedFromThere() throws Exception {
        Browser browser = walled();
        try (ServerSocket everywhere = new ServerSocket()) {
            everywhere.bind(new InetSocketAddress(0));
            int port = everywhere.getLocalPort();

            assertThat(inside(
                            browser,
                            "ip route show table all | grep -v -e ^local -e ^broadcast -e ^fe80 -e ^multicast"))
                    .isEmpty();
            assertThat(inside(browser, "timeout 2 bash -c 'echo > /dev/tcp/127.0.0.1/" + port + "' && echo reached"))
                    .doesNotContain("reached");
            assertThat(inside(browser, "timeout 2 bash -c 'echo > /dev/udp/203.0.113.9/53' && echo sent"))
                    .doesNotContain("sent");
            assertThat(inside(
                            browser,
                            "timeout 2 bash -c 'echo > /dev/tcp/127.0.0.1/"
                                    + browser.gate().port() + "' && echo reached"))
                    .contains("reached");
        }
    }

    @Test
    void pagesAreToldThatTheyAreOnline() throws Exception {
        String page = "<body><script>document.body.style.background = navigator.onLine ? '#0f0' : '#f00'</script>";

        assertThat(pixels(fleet, html(page)).at(100, 50)).isEqualTo(Pixels.GREEN);
    }

    @Test
    void aBrowserWhoseGateDiedFailsClosedAndIsReplaced() throws Exception {
        List<Browser> before = fleet.browsers();
        before.forEach(browser -> browser.gate().close());

        assertThat(failure(fleet, url("http://127.0.0.1:1/"), ENOUGH).code())
                .isIn(FailureCode.NAVIGATION_FAILED, FailureCode.EGRESS_REFUSED, FailureCode.BROWSER_CRASHED);

        await().atMost(Duration.ofSeconds(5))
                .until(() -> fleet.browsers().stream().noneMatch(before::contains));
        Fleets.awaitReady(fleet, 2, Duration.ofSeconds(5));
        assertThat(fleet.restarts()).isEqualTo(2);
        assertThat(pixels(fleet, html("<body style='background:#0f0'>")).at(9, 9))
                .isEqualTo(Pixels.GREEN);
    }
}
