package io.renderyard.worker.browser;

import io.renderyard.egress.ListeningPort;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A proxy that knows a few made-up hosts on loopback and refuses all others. */
final class FakeGate implements EgressGate {
    private final LoopbackDoor door;
    private final AtomicInteger serving = new AtomicInteger();
    private final AtomicBoolean tunnelled = new AtomicBoolean();
    private final Map<String, Integer> hosts;
    private final Queue<RefusedHost> refusals = new ConcurrentLinkedQueue<>();

    /** @param hosts name, or name and port, to port on 127.0.0.1 */
    FakeGate(Map<String, Integer> hosts, ListeningPort port) {
        this.hosts = hosts;
        this.door = new LoopbackDoor(port.socket(), this::serve);
    }

    private void serve(Socket client) throws IOException {
        InputStream in = new BufferedInputStream(client.getInputStream());
        String head = head(in);
        String[] words = head.split(" ", 3);
        boolean tunnel = words[0].equals("CONNECT");
        String authority =
                tunnel ? words[1] : words[1].replaceFirst("^http://", "").replaceFirst("/.*", "");
        String host = authority.replaceFirst(":\\d+$", "");
        int port = authority.equals(host) ? 80 : Integer.parseInt(authority.substring(host.length() + 1));
        Integer target = hosts.getOrDefault(host + ":" + port, hosts.get(host));
        OutputStream out = client.getOutputStream();
        if (target == null) {
            refusals.add(new RefusedHost(host, port));
            out.write("HTTP/1.1 403 Refused\r\nContent-Length: 7\r\nConnection: close\r\n\r\nrefused"
                    .getBytes(StandardCharsets.US_ASCII));
            return;
        }
        serving.incrementAndGet();
        try (Socket upstream = new Socket("127.0.0.1", target)) {
            if (tunnel) {
                tunnelled.set(true);
                out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } else {
                String path = words[1].substring("http://".length() + authority.length());
                String forwarded = words[0] + " " + path + " "
                        + words[2].replaceAll("(?i)\r\n(proxy-)?connection:[^\r]*", "")
                                .replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n");
                upstream.getOutputStream().write(forwarded.getBytes(StandardCharsets.ISO_8859_1));
            }
            Thread up = Thread.ofVirtual().start(() -> copy(in, upstream));
            upstream.getInputStream().transferTo(out);
            up.interrupt();
        } finally {
            serving.decrementAndGet();
        }
    }

    private static void copy(InputStream in, Socket upstream) {
        try {
            in.transferTo(upstream.getOutputStream());
        } catch (IOException e) {
            // The other direction notices too.
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int one = in.read();
            if (one < 0) {
                throw new IOException("no request");
            }
            head.write(one);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public int port() {
        return door.port();
    }

    /** Whether a page is being answered by one of the hosts. */
    boolean isServing() {
        return serving.get() > 0;
    }

    @Override
    public boolean isOpen() {
        return door.isOpen();
    }

    @Override
    public void begin() {
        refusals.clear();
        tunnelled.set(false);
    }

    /** Lets everything go on. */
    @Override
    public void rest() {}

    @Override
    public boolean hasTunnelled() {
        return tunnelled.get();
    }

    /** Never has enough. */
    @Override
    public List<CutRequest> cuts() {
        return List.of();
    }

    @Override
    public List<RefusedHost> drainRefusals() {
        List<RefusedHost> drained = new ArrayList<>();
        for (RefusedHost one = refusals.poll(); one != null; one = refusals.poll()) {
            drained.add(one);
        }
        return drained;
    }

    @Override
    public void close() {
        door.close();
    }
}
