package io.renderyard.worker.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** Answers only when it is told to, so that a page waits exactly as long as a test wants. */
final class HeldServer implements AutoCloseable {
    private final ServerSocket server;
    private volatile CountDownLatch held = new CountDownLatch(0);
    private volatile boolean asked;

    HeldServer() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket client = server.accept();
                    Thread.ofVirtual().start(() -> answer(client));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private void answer(Socket client) {
        try (client) {
            asked = true;
            held.await();
            client.getOutputStream()
                    .write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException | InterruptedException e) {
            // Whoever asked is gone.
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** From now on questions stay open. */
    void hold() {
        asked = false;
        held = new CountDownLatch(1);
    }

    boolean isAsked() {
        return asked;
    }

    void release() {
        held.countDown();
    }

    @Override
    public void close() {
        release();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
