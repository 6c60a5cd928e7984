package io.renderyard.worker.browser;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** Answers only when it is told to, so that a page waits exactly as long as a test wants. */
final class HeldServer implements AutoCloseable {
    private volatile CountDownLatch held = new CountDownLatch(0);
    private volatile boolean asked;
    private final LoopbackDoor door = new LoopbackDoor(this::answer);

    private void answer(Socket client) throws IOException, InterruptedException {
        asked = true;
        held.await();
        client.getOutputStream()
                .write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
    }

    int port() {
        return door.port();
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
        door.close();
    }
}
