package io.renderyard.conformance.fault.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.conformance.fault.proxy.LineFault.Direction;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FaultProxyTest {
    private static final int SILENCE_MILLIS = 300;
    private static final int PATIENCE_MILLIS = 10_000;

    private ServerSocket echo;
    private FaultProxy proxy;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        proxy = FaultProxy.to(echo.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    private void serve() {
        try {
            while (true) {
                Socket client = echo.accept();
                Thread.ofVirtual().start(() -> answer(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static void answer(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException gone) {
            // The client's end has gone.
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String hear(Socket socket, int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.US_ASCII);
    }

    private static void assertSilent(Socket socket) throws IOException {
        socket.setSoTimeout(SILENCE_MILLIS);
        InputStream in = socket.getInputStream();
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(in::read);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    @Test
    void aWholeLineCarriesBothWaysAndEnds() throws IOException {
        try (Socket socket = connect()) {
            say(socket, "hello");
            socket.shutdownOutput();

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .isEqualTo("hello");
        }
    }

    @Test
    void refusingResetsOpenAndNewConnectionsAndHealingTakesNewOnes() throws IOException {
        try (Socket socket = connect()) {
            say(socket, "hello");
            assertThat(hear(socket, 5)).isEqualTo("hello");

            proxy.set(new LineFault.Refuse());

            assertThatThrownBy(() -> hear(socket, 1)).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> {
                    try (Socket late = connect()) {
                        say(late, "hello");
                        if (hear(late, 1).isEmpty()) {
                            throw new IOException("closed");
                        }
                    }
                })
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(SocketTimeoutException.class);
        proxy.heal();
        try (Socket next = connect()) {
            say(next, "again");
            assertThat(hear(next, 5)).isEqualTo("again");
        }
    }

    @Test
    void aBlackHoleHoldsOpenAndNewConnectionsUntilItIsGone() throws IOException {
        try (Socket old = connect()) {
            say(old, "one");
            assertThat(hear(old, 3)).isEqualTo("one");

            proxy.set(new LineFault.BlackHole());
            say(old, "two");
            try (Socket late = connect()) {
                say(late, "three");
                assertSilent(old);
                assertSilent(late);

                proxy.heal();

                assertThat(hear(old, 3)).isEqualTo("two");
                assertThat(hear(late, 5)).isEqualTo("three");
            }
        }
    }

    @Test
    void anEndDoesNotGetThroughABlackHole() throws IOException {
        try (Socket socket = connect()) {
            proxy.set(new LineFault.BlackHole());
            socket.shutdownOutput();

            assertSilent(socket);

            proxy.heal();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aCutComesAfterExactlyThatManyBytesOfItsDirection() throws IOException {
        try (Socket socket = connect()) {
            say(socket, "0123456789");
            assertThat(hear(socket, 10)).isEqualTo("0123456789");

            proxy.set(new LineFault.CutAfter(Direction.BACK, 4));
            say(socket, "abcdefgh");

            assertThat(hearAll(socket)).isEqualTo("abcd");
        }
    }

    /** A reset may throw away what the kernel still holds, so bytes are read one by one as they come. */
    private static String hearAll(Socket socket) {
        StringBuilder heard = new StringBuilder();
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                heard.append((char) next);
            }
        } catch (IOException cut) {
            // What came before counts.
        }
        return heard.toString();
    }

    @Test
    void aThrottledLineIsAsSlowAsItSays() throws IOException {
        proxy.set(new LineFault.Throttle(20));
        try (Socket socket = connect()) {
            long began = System.nanoTime();
            say(socket, "0123456789");

            assertThat(hear(socket, 10)).isEqualTo("0123456789");
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isBetween(Duration.ofMillis(500), Duration.ofSeconds(5));
        }
    }

    @Test
    void aThrottledLineIsFastAtOnceWhenHealed() throws IOException {
        proxy.set(new LineFault.Throttle(1));
        try (Socket socket = connect()) {
            say(socket, "0123456789");
            assertSilent(socket);

            proxy.heal();

            assertThat(hear(socket, 10)).isEqualTo("0123456789");
        }
    }

    @Test
    void whatIsSwallowedNeverComesAndTheOtherWayWorks() throws IOException {
        try (Socket socket = connect()) {
            proxy.set(new LineFault.Swallow(Direction.BACK));
            say(socket, "lost");
            assertSilent(socket);

            proxy.heal();
            say(socket, "kept");

            assertThat(hear(socket, 4)).isEqualTo("kept");
        }
    }

    @Test
    void aClosedProxyLetsNobodyWait() throws IOException {
        proxy.set(new LineFault.BlackHole());
        try (Socket socket = connect()) {
            say(socket, "hello");

            proxy.close();

            assertThatThrownBy(() -> {
                        if (hear(socket, 1).isEmpty()) {
                            throw new IOException("closed");
                        }
                    })
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(SocketTimeoutException.class);
        }
    }
}
