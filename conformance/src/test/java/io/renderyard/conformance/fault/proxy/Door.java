package io.renderyard.conformance.fault.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A port on loopback that carries each connection on to a server. */
final class Door implements AutoCloseable {
    private final ServerSocket socket;
    private final Line line;
    private final Supplier<Socket> servers;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    private Door(ServerSocket socket, Line line, Supplier<Socket> servers) {
        this.socket = socket;
        this.line = line;
        this.servers = servers;
    }

    /** @param servers connects to one; what comes back unconnected is a server that is not there */
    static Door open(Line line, Supplier<Socket> servers) {
        try {
            Door door = new Door(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), line, servers);
            Thread.ofVirtual().name("proxy-door").start(door::welcome);
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Resets what is open. */
    void cut() {
        open.forEach(Connection::reset);
    }

    private void welcome() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().name("proxy-line").start(() -> carry(client));
            } catch (IOException closed) {
                // The loop ends when it was the door that closed.
            }
        }
    }

    /** A server that is not there looks to the client like one that hangs up. */
    private void carry(Socket client) {
        Connection connection = new Connection(client, refuses() ? new Socket() : servers.get(), line);
        open.add(connection);
        try {
            // Asked again, for who refuses meanwhile cuts only those that are open.
            if (connection.to().isConnected() && !refuses()) {
                connection.carry();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connection.reset();
            open.remove(connection);
        }
    }

    private boolean refuses() {
        return line.fault() instanceof LineFault.Refuse;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        line.end();
        cut();
    }
}
