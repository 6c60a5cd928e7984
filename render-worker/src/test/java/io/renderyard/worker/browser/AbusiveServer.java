package io.renderyard.worker.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Answers as no server should. The first part of the path says how. */
final class AbusiveServer implements AutoCloseable {
    private final CountDownLatch closing = new CountDownLatch(1);
    private final LoopbackDoor door = new LoopbackDoor(this::answer);

    int port() {
        return door.port();
    }

    private void answer(Socket client) throws IOException, InterruptedException {
        String line = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))
                .readLine();
        String path = line == null ? "" : line.split(" ")[1];
        OutputStream out = client.getOutputStream();
        switch (path) {
            case "/silence" -> closing.await();
            case "/drip" -> {
                say(out, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n<p>");
                while (!closing.await(50, TimeUnit.MILLISECONDS)) {
                    say(out, "x");
                }
            }
            case "/stream" -> {
                say(out, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<p>");
                while (closing.getCount() > 0) {
                    say(out, "<b>endless</b>".repeat(100));
                }
            }
            case "/password" ->
                say(
                        out,
                        "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\n"
                                + "Content-Length: 2\r\nConnection: close\r\n\r\nno");
            default -> say(out, "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
        }
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write(words.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        closing.countDown();
        door.close();
    }
}
