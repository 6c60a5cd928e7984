package io.renderyard.conformance.fault.proxy;

import io.renderyard.conformance.fault.proxy.LineFault.Refuse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between a process and a server on loopback, and spoils the line when a test says so, also for connections that
 * are open. One for each process and server, so that a process can be cut from one of them alone.
 */
public final class FaultProxy implements AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int CONNECT_MILLIS = 3_000;

    private final InetSocketAddress server;
    private final ServerSocket door;
    private final Line line = new Line();
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    private FaultProxy(InetSocketAddress server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 0, LOOPBACK);
    }

    /** A whole line to a port of 127.0.0.1. */
    public static FaultProxy to(int port) {
        try {
            FaultProxy proxy = new FaultProxy(new InetSocketAddress(LOOPBACK, port));
            Thread.ofVirtual().name("proxy-door").start(proxy::welcome);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the process connects to. */
    public int port() {
        return door.getLocalPort();
    }

    public void set(LineFault fault) {
        line.set(fault);
        if (fault instanceof Refuse) {
            cut();
        }
    }

    public void heal() {
        set(new LineFault.Pass());
    }

    /** Resets what is open; new connections are not touched. */
    public void cut() {
        open.forEach(Connection::reset);
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().name("proxy-line").start(() -> connect(client));
            } catch (IOException closed) {
                // The loop ends when it was the door that closed.
            }
        }
    }

    private void connect(Socket client) {
        Connection connection = new Connection(client, new Socket(), line);
        open.add(connection);
        try {
            if (line.fault() instanceof Refuse) {
                return;
            }
            connection.to().connect(server, CONNECT_MILLIS);
            connection.carry();
        } catch (IOException unreachable) {
            // A server that is not there looks to the process like one that hangs up.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connection.reset();
            open.remove(connection);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        line.end();
        cut();
    }
}
