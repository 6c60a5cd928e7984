package io.renderyard.worker.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Takes connections on loopback until it is closed, and has each dealt with in a thread of its own. */
final class LoopbackDoor implements AutoCloseable {
    /** What is done with a connection, which is closed after it. Whatever it throws means that its client is gone. */
    interface Answerer {
        void answer(Socket client) throws IOException, InterruptedException;
    }

    private final ServerSocket door;

    LoopbackDoor(Answerer answerer) {
        this(open(), answerer);
    }

    LoopbackDoor(ServerSocket door, Answerer answerer) {
        this.door = door;
        Thread.ofVirtual().start(() -> accept(answerer));
    }

    private static ServerSocket open() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(Answerer answerer) {
        while (isOpen()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> serve(client, answerer));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void serve(Socket client, Answerer answerer) {
        try (client) {
            answerer.answer(client);
        } catch (IOException | InterruptedException e) {
            // Whoever asked is gone.
        }
    }

    int port() {
        return door.getLocalPort();
    }

    boolean isOpen() {
        return !door.isClosed();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
