package io.renderyard.conformance.fault.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** One address for several servers on loopback: connections go to them in turns, past those that are not there. */
public final class Balancer implements AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int CONNECT_MILLIS = 1_000;

    private final ServerSocket door;
    private final Line line = new Line();
    private final List<Integer> servers = new CopyOnWriteArrayList<>();
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();

    public Balancer() {
        try {
            door = new ServerSocket(0, 0, LOOPBACK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("balancer-door").start(this::welcome);
    }

    /** Where clients connect to. */
    public int port() {
        return door.getLocalPort();
    }

    public void add(int server) {
        servers.add(server);
    }

    public void remove(int server) {
        servers.remove(Integer.valueOf(server));
    }

    /** Resets what is open, so that clients who keep their connections are dealt out anew. */
    public void cut() {
        open.forEach(Connection::reset);
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().name("balancer-line").start(() -> carry(client));
            } catch (IOException closed) {
                // The loop ends when it was the door that closed.
            }
        }
    }

    private void carry(Socket client) {
        Connection connection = new Connection(client, connect(), line);
        open.add(connection);
        try {
            if (connection.to().isConnected()) {
                connection.carry();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connection.reset();
            open.remove(connection);
        }
    }

    /** Unconnected when nobody is there. */
    private Socket connect() {
        int first = turn.getAndIncrement();
        List<Integer> all = List.copyOf(servers);
        for (int i = 0; i < all.size(); i++) {
            Socket server = new Socket();
            try {
                server.connect(
                        new InetSocketAddress(LOOPBACK, all.get(Math.floorMod(first + i, all.size()))), CONNECT_MILLIS);
                return server;
            } catch (IOException notThere) {
                // Then the next one.
            }
        }
        return new Socket();
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
