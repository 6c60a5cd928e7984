package io.renderyard.conformance.fault.proxy;

import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** One address for several servers on loopback: connections go to them in turns, past those that are not there. */
public final class Balancer implements AutoCloseable {
    private static final int CONNECT_MILLIS = 1_000;

    private final List<Integer> servers = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Door door = Door.open(new Line(), this::connect);

    /** Where clients connect to. */
    public int port() {
        return door.port();
    }

    public void add(int server) {
        servers.add(server);
    }

    public void remove(int server) {
        servers.remove(Integer.valueOf(server));
    }

    /** Resets what is open, so that clients who keep their connections are dealt out anew. */
    public void cut() {
        door.cut();
    }

    private Socket connect() {
        List<Integer> inTurn = new ArrayList<>(servers);
        Collections.rotate(inTurn, -turn.getAndIncrement());
        return Connection.toFirstOf(inTurn, CONNECT_MILLIS);
    }

    @Override
    public void close() {
        door.close();
    }
}
