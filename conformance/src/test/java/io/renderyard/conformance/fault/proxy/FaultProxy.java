package io.renderyard.conformance.fault.proxy;

import io.renderyard.conformance.fault.proxy.LineFault.Refuse;
import java.util.List;

/**
 * Stands between a process and a server on loopback, and spoils the line when a test says so, also for connections that
 * are open. One for each process and server, so that a process can be cut from one of them alone.
 */
public final class FaultProxy implements AutoCloseable {
    private static final int CONNECT_MILLIS = 3_000;

    private final Line line = new Line();
    private final Door door;

    private FaultProxy(int server) {
        door = Door.open(line, () -> Connection.toFirstOf(List.of(server), CONNECT_MILLIS));
    }

    /** A whole line to a port of 127.0.0.1. */
    public static FaultProxy to(int port) {
        return new FaultProxy(port);
    }

    /** Where the process connects to. */
    public int port() {
        return door.port();
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
        door.cut();
    }

    @Override
    public void close() {
        door.close();
    }
}
