package io.renderyard.worker.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.render.Additions;
import io.renderyard.kernel.render.Source;
import io.renderyard.worker.rendering.Rendering;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page tries whatever a worker has open beside it. */
class SurfacesIT {
    private static final int PROBES = Integer.getInteger("renderyard.trials", 1_000);

    /** Where a driver listens in a network that is the browser's own. */
    private static final int DRIVER = 9515;

    private static final List<String> NAMES = List.of("devtools", "driver", "health", "metrics", "database", "broker");

    private static final List<String> SPELLINGS = List.of(
            "127.0.0.1",
            "localhost",
            "127.1",
            "0x7f000001",
            "2130706433",
            "127.0.0.2",
            "0.0.0.0",
            "[::1]",
            "[::ffff:127.0.0.1]",
            "worker.localhost");

    /** Listens on every address that this machine has. */
    private static final class Surface implements AutoCloseable {
        private final ServerSocket door = new ServerSocket();
        private final AtomicInteger reached = new AtomicInteger();

        Surface() throws IOException {
            door.bind(new InetSocketAddress(0), 1_000);
            Thread.ofVirtual().start(this::count);
        }

        private void count() {
            while (true) {
                try (Socket caller = door.accept()) {
                    reached.incrementAndGet();
                } catch (IOException closed) {
                    return;
                }
            }
        }

        int port() {
            return door.getLocalPort();
        }

        int reached() {
            return reached.get();
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }

    @TempDir
    Path runFolder;

    private final List<Surface> surfaces = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        for (String name : NAMES) {
            assertThat(name).isNotEmpty();
            surfaces.add(new Surface());
        }
    }

    @AfterEach
    void close() throws IOException {
        for (Surface surface : surfaces) {
            surface.close();
        }
    }

    private static List<String> hosts() throws IOException {
        List<String> hosts = new ArrayList<>(SPELLINGS);
        NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .map(address -> address.getHostAddress().replaceFirst("%.*", ""))
                .map(address -> address.contains(":") ? "[" + address + "]" : address)
                .forEach(hosts::add);
        return hosts;
    }

    /** Asks in several ways, a few at a time, and says at the end how many it asked. */
    private String script() throws IOException {
        List<Integer> ports =
                new ArrayList<>(surfaces.stream().map(Surface::port).toList());
        ports.add(DRIVER);
        return """
            (async () => {
              const hosts = [%s], ports = [%s], probes = %d;
              const heard = start => new Promise(done => { setTimeout(done, 8000); start(done); });
              const ways = [
                where => fetch('http://' + where, {mode: 'no-cors'}).catch(() => {}),
                where => heard(done => { const image = new Image(); image.onload = image.onerror = done; image.src = 'http://' + where; }),
                where => fetch('https://' + where, {mode: 'no-cors'}).catch(() => {})];
              // Chrome makes whoever fails with many of these wait.
              const socket = where => heard(done => { const one = new WebSocket('ws://' + where); one.onopen = one.onerror = done; });
              let asked = 0;
              const lane = async () => {
                for (let i = asked++; i < probes; i = asked++) {
                  const where = hosts[(i / ports.length | 0) %% hosts.length] + ':' + ports[i %% ports.length] + '/?' + i;
                  await (i %% 50 ? ways[i %% ways.length] : socket)(where);
                }
              };
              await Promise.all(Array.from({length: 32}, lane));
              document.title = probes;
            })()""".formatted(
                        hosts().stream().map(host -> "'" + host + "'").collect(Collectors.joining(",")),
                        ports.stream().map(String::valueOf).collect(Collectors.joining(",")),
                        PROBES);
    }

    private Receipt probe(String... allowed) throws Exception {
        try (Walled walled = new Walled(runFolder, allowed)) {
            Rendering drawn = walled.draw(
                    Walled.of(new Source.Html("<!doctype html><body>probing"))
                            .with(new Additions(null, script(), List.of(), Additions.Emoji.NATIVE)),
                    Walled.ENOUGH.multipliedBy(3));
            drawn.exposure().close();
            return drawn.receipt();
        }
    }

    @Test
    void noProbeOfAPageReachesAnything() throws Exception {
        Receipt receipt = probe();

        assertThat(receipt.title()).isEqualTo(Integer.toString(PROBES));
        assertThat(surfaces).extracting(Surface::reached).containsOnly(0);
        for (Surface surface : surfaces) {
            assertThat(receipt.blockedRequests())
                    .anyMatch(request -> request.url().contains(":" + surface.port()));
        }
        assertThat(receipt.blockedRequests()).anyMatch(request -> request.url().contains(":" + DRIVER));
        System.out.printf("Row 44: %d probes by a page, 0 of %d surfaces reached%n", PROBES, surfaces.size());
    }

    @Test
    void theSameProbesReachEverythingWhereTheyAreLet() throws Exception {
        Receipt receipt = probe("127.0.0.0/8");

        assertThat(receipt.title()).isEqualTo(Integer.toString(PROBES));
        assertThat(surfaces).extracting(Surface::reached).doesNotContain(0);
    }
}
