package io.renderyard.db.doorbell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A line to the broker that can be cut, fall silent and be mended, while the broker itself stays well. */
final class Wire implements AutoCloseable {
    private static final int BUFFER = 8_192;

    private final URI broker;
    private final int port;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition spoken = lock.newCondition();
    private volatile ServerSocket door;
    private boolean silent;

    Wire(URI broker) throws IOException {
        this.broker = broker;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.port = door.getLocalPort();
        listen(door);
    }

    /** The broker's address by way of this wire. */
    String address() {
        return "amqp://" + broker.getRawUserInfo() + "@127.0.0.1:" + port
                + (broker.getRawPath() == null ? "" : broker.getRawPath());
    }

    /** As if the broker's machine went down: connections break and none is taken. */
    void cut() throws IOException {
        door.close();
        for (Socket end : ends) {
            end.close();
        }
        ends.clear();
    }

    void mend() throws IOException {
        ServerSocket again = new ServerSocket();
        again.setReuseAddress(true);
        again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        door = again;
        listen(again);
    }

    /** As if a cable were pulled: nothing breaks, but nothing arrives. */
    void fallSilent(boolean now) {
        lock.lock();
        try {
            silent = now;
            spoken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void listen(ServerSocket socket) {
        Thread unused = Thread.ofPlatform().daemon().start(() -> {
            try {
                while (true) {
                    connect(socket.accept());
                }
            } catch (IOException cut) {
                // Nobody comes through any more.
            }
        });
    }

    private void connect(Socket near) throws IOException {
        Socket far = new Socket(broker.getHost(), broker.getPort());
        ends.add(near);
        ends.add(far);
        // Taken just before it was cut.
        if (door.isClosed()) {
            near.close();
            far.close();
        }
        carry(near, far);
        carry(far, near);
    }

    private void carry(Socket from, Socket to) {
        Thread unused = Thread.ofPlatform().daemon().start(() -> {
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] buffer = new byte[BUFFER];
                int read = in.read(buffer);
                while (read >= 0) {
                    awaitSpeech();
                    out.write(buffer, 0, read);
                    read = in.read(buffer);
                }
            } catch (IOException | InterruptedException cut) {
                // Both ends are closed.
            }
        });
    }

    private void awaitSpeech() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (silent) {
                spoken.await();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        fallSilent(false);
        try {
            cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
