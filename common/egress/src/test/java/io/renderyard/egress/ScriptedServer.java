package io.renderyard.egress;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A server on one loopback address that does with each connection what its script says, then closes it. */
final class ScriptedServer implements AutoCloseable {

    interface Script {
        void play(Socket socket) throws Exception;
    }

    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> heads = new CopyOnWriteArrayList<>();

    ScriptedServer(String address, int port, Script script) throws IOException {
        // Whoever finds no room in the line tries again after a second, and then after two.
        door = new ServerSocket(port, 512, InetAddress.ofLiteral(address));
        Thread.ofVirtual().start(() -> {
            while (!door.isClosed()) {
                try {
                    Socket socket = door.accept();
                    connections.incrementAndGet();
                    open.add(socket);
                    Thread.ofVirtual().start(() -> play(script, socket));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    /** Says again what it is told. */
    static ScriptedServer echoing(String address) throws IOException {
        return new ScriptedServer(address, 0, socket -> socket.getInputStream().transferTo(socket.getOutputStream()));
    }

    /** Reads a head, remembers it, answers these bytes and closes. */
    static ScriptedServer answering(String address, String... answers) throws IOException {
        return answeringAt(address, 0, answers);
    }

    static ScriptedServer answeringAt(String address, int port, String... answers) throws IOException {
        var next = new AtomicInteger();
        var self = new AtomicReference<ScriptedServer>();
        var server = new ScriptedServer(address, port, socket -> {
            Objects.requireNonNull(self.get()).readHead(socket.getInputStream());
            String answer = answers[Math.min(next.getAndIncrement(), answers.length - 1)];
            write(socket, answer);
        });
        self.set(server);
        return server;
    }

    private void play(Script script, Socket socket) {
        try (socket) {
            script.play(socket);
        } catch (Exception e) {
            // The other side broke off, or the script did; what counts is what the test sees.
            open.remove(socket);
        }
    }

    String readHead(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                break;
            }
            head.append((char) b);
        }
        heads.add(head.toString());
        return head.toString();
    }

    static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    List<String> heads() {
        return heads;
    }

    int connections() {
        return connections.get();
    }

    int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
