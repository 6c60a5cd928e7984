package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Fleets.ENOUGH;
import static io.renderyard.worker.browser.Fleets.failure;
import static io.renderyard.worker.browser.Fleets.pixels;
import static io.renderyard.worker.browser.Specs.html;
import static io.renderyard.worker.browser.Specs.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.kernel.job.FailureCode;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnNetworkIT {
    private static final int PORTS = 200;

    /**
     * Below the ports that systems give out by themselves: a gate and a browser have such ones in their own network, and a
     * scan that hit their numbers would reach those, not this machine.
     */
    private static final int FIRST_PORT = 21_000;

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
        return said("nsenter", "--net=/proc/" + browser.process().pid() + "/ns/net", "bash", "-c", command);
    }

    private static String said(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** Empty where something else listens already. */
    private static Optional<ServerSocket> listenAt(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(port), 1_000);
            return Optional.of(socket);
        } catch (BindException taken) {
            socket.close();
            return Optional.empty();
        }
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

    /** The same scan from outside reaches them all. */
    @Test
    void noShellInThereReachesWhatListensOnThisMachine() throws Exception {
        Browser browser = walled();
        String scan = """
                for host in %s; do for port in %s; do
                  asked=$((asked + 1)); (echo > /dev/tcp/$host/$port) 2> /dev/null && reached=$((reached + 1))
                done; done; echo $asked asked, $((reached)) reached""";
        List<ServerSocket> open = new ArrayList<>();
        try {
            for (int port = FIRST_PORT; open.size() < PORTS; port++) {
                listenAt(port).ifPresent(open::add);
            }
            List<String> hosts = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLinkLocalAddress())
                    .map(address -> address.getHostAddress().replaceFirst("%.*", ""))
                    .toList();
            String ports = open.stream()
                    .map(one -> Integer.toString(one.getLocalPort()))
                    .collect(Collectors.joining(" "));
            String command = scan.formatted(String.join(" ", hosts), ports);
            int probes = hosts.size() * PORTS;

            assertThat(inside(browser, command)).contains(probes + " asked, 0 reached");
            assertThat(said("bash", "-c", command)).contains(probes + " asked, " + probes + " reached");
            System.out.printf("Row 44: %d probes by a shell, 0 reached%n", probes);
        } finally {
            for (ServerSocket one : open) {
                one.close();
            }
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
                .isIn(FailureCode.EGRESS_REFUSED, FailureCode.BROWSER_CRASHED);

        await().atMost(Duration.ofSeconds(5))
                .until(() -> fleet.browsers().stream().noneMatch(before::contains));
        Fleets.awaitReady(fleet, 2, Duration.ofSeconds(5));
        assertThat(fleet.restarts()).isEqualTo(2);
        assertThat(pixels(fleet, html("<body style='background:#0f0'>")).at(9, 9))
                .isEqualTo(Pixels.GREEN);
    }
}
