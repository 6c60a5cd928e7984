package io.renderyard.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way out for a browser: a forward proxy on loopback that judges every connection and dials the judged
 * address. It needs no knowledge of redirects, frames or workers, since each of them is a new request to it; that is
 * why the browser must have no other way out.
 *
 * <p>Understands CONNECT and plain requests in absolute form, HTTP/1.1 only, one request per connection.
 */
public final class EgressProxy implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EgressProxy.class);

    private final EgressPolicy policy;
    private final ProxyLimits limits;
    private final ServerSocket door;
    private final Semaphore places;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Allowance allowance;

    /**
     * Opens a port on 127.0.0.1 and serves until closed. If the process dies, the port and all connections die with
     * it, and the browser is left without any way out.
     *
     * @throws IOException when no port can be had
     */
    public EgressProxy(EgressPolicy policy) throws IOException {
        this(policy, ProxyLimits.USUAL);
    }

    /** Serves on a port that is open already, until closed, and closes it then. */
    public EgressProxy(EgressPolicy policy, ListeningPort port) {
        this(policy, ProxyLimits.USUAL, port.socket());
    }

    EgressProxy(EgressPolicy policy, ProxyLimits limits) throws IOException {
        this(policy, limits, anyPort());
    }

    private EgressProxy(EgressPolicy policy, ProxyLimits limits, ServerSocket door) {
        this.policy = policy;
        this.limits = limits;
        places = new Semaphore(limits.connections());
        allowance = new Allowance(TrafficLimits.NONE, limits.refusals());
        this.door = door;
        threads.execute(this::welcome);
    }

    private static ServerSocket anyPort() throws IOException {
        ServerSocket door = new ServerSocket();
        door.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 128);
        return door;
    }

    /** False once it serves nobody any more, for whatever reason. */
    public boolean isOpen() {
        return !door.isClosed();
    }

    /** Where it listens, on 127.0.0.1. */
    public int port() {
        return door.getLocalPort();
    }

    /**
     * Another page begins and may have this much. Whatever the one before has under way is broken off, and what it was
     * refused is forgotten. Before the first call there are no limits.
     */
    public void begin(TrafficLimits traffic) {
        Allowance before = allowance;
        allowance = new Allowance(traffic, limits.refusals());
        before.end();
        if (isClosed()) {
            allowance.end();
        }
    }

    /** Breaks off what the present page has under way, and serves nobody until the next one begins. */
    public void rest() {
        allowance.end();
    }

    /** Whether the present page had a tunnel: what was said in there is known to nobody here. */
    public boolean hasTunnelled() {
        return allowance.hasTunnelled();
    }

    /** What the policy refused since the last call, oldest first; at most 1,000, further ones are forgotten. */
    public List<Refusal> drainRefusals() {
        return allowance.drainRefusals();
    }

    /** What the present page was not given because it had had enough, oldest first; the latest 1,000, each once. */
    public List<Cut> cuts() {
        return allowance.cuts();
    }

    /** Breaks off everything at once. */
    @Override
    public void close() {
        closing.countDown();
        shut(door);
        allowance.end();
        threads.shutdownNow();
    }

    /** Whatever ends it also closes the port, so that {@link #isOpen} tells. */
    private void welcome() {
        try (door) {
            welcomeAll();
        } catch (IOException e) {
            log.debug("The egress proxy's port could not be closed", e);
        }
    }

    private void welcomeAll() {
        while (!isClosed()) {
            try {
                Socket client = door.accept();
                if (!client.getInetAddress().isLoopbackAddress() || !places.tryAcquire()) {
                    shut(client);
                    continue;
                }
                serve(client);
            } catch (IOException e) {
                if (!isClosed() && door.isClosed()) {
                    log.error("The egress proxy's port is gone, and with it the browser's way out");
                    return;
                }
                if (!isClosed()) {
                    // Out of descriptors, most likely; connections that end give some back.
                    log.warn("The egress proxy could not accept a connection and tries again: {}", e.getMessage());
                    takeBreath();
                }
            }
        }
    }

    private boolean isClosed() {
        return closing.getCount() == 0;
    }

    private void takeBreath() {
        try {
            boolean closed = closing.await(100, TimeUnit.MILLISECONDS);
            log.debug("Accepting again unless closed: {}", closed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Socket client) {
        Allowance present = allowance;
        try {
            present.register(client);
            threads.execute(() -> {
                try {
                    new ProxyConnection(this, present, client).run();
                } catch (RejectedExecutionException e) {
                    log.debug("The proxy was closed while a connection began", e);
                } finally {
                    present.release(client);
                    places.release();
                }
            });
        } catch (IOException | RejectedExecutionException e) {
            present.release(client);
            places.release();
        }
    }

    EgressPolicy policy() {
        return policy;
    }

    ProxyLimits limits() {
        return limits;
    }

    void inBackground(Runnable task) {
        threads.execute(task);
    }

    private static void shut(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            log.debug("Closing failed, which changes nothing: {}", e.getMessage());
        }
    }
}
