package io.renderyard.worker.browser;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The only interface of a browser that has a network of its own. A socket belongs to the network of the thread that
 * makes it, for ever; so a thread goes in, makes one, comes back and ends, and the socket is used from outside.
 */
final class OwnLoopback implements Loopback {
    private static final Loopback HERE = new OfTheMachine();

    private final int network;
    private final int home;
    private final AtomicBoolean closed = new AtomicBoolean();

    private OwnLoopback(int network, int home) {
        this.network = network;
        this.home = home;
    }

    /** Whether threads of this process may go into another network. */
    static boolean isPermitted() {
        try {
            // What is loaded on the first use is loaded here, not by a thread that is elsewhere.
            HERE.socket().close();
            HERE.listen().close();
            try (OwnLoopback ours = of(ProcessHandle.current().pid())) {
                ours.socket().close();
                return true;
            }
        } catch (IOException | LinkageError e) {
            return false;
        }
    }

    /** @param pid a process that is in the network */
    static OwnLoopback of(long pid) throws IOException {
        int network = NetworkNamespace.open(Path.of("/proc", Long.toString(pid), "ns", "net"));
        return new OwnLoopback(network, NetworkNamespace.open(Path.of("/proc/self/ns/net")));
    }

    @Override
    public ServerSocket listen() throws IOException {
        return inside(HERE::listen);
    }

    @Override
    public Socket socket() throws IOException {
        return inside(HERE::socket);
    }

    /**
     * Nothing but the making of a socket may happen in there: a thread that is started from inside stays inside.
     */
    private <T> T inside(Callable<T> making) throws IOException {
        AtomicReference<@Nullable T> made = new AtomicReference<>();
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        Thread visitor = Thread.ofPlatform().name("loopback-visitor").unstarted(() -> {
            try {
                NetworkNamespace.enter(network);
                try {
                    made.set(making.call());
                } finally {
                    NetworkNamespace.enter(home);
                }
            } catch (Exception e) {
                failure.set(e);
            }
        });
        visitor.start();
        boolean interrupted = awaitEnd(visitor);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        T result = made.get();
        if (failure.get() != null || result == null) {
            throw new IOException("No socket in the browser's own network", failure.get());
        }
        return result;
    }

    /** Making a socket blocks nobody, so this is never long. */
    private static boolean awaitEnd(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            NetworkNamespace.close(network);
            NetworkNamespace.close(home);
        }
    }
}
