package io.renderyard.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that says exactly what it is told, byte for byte. */
final class ProxyClient implements AutoCloseable {
    final Socket socket;

    ProxyClient(EgressProxy proxy) throws IOException {
        socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), proxy.port());
        socket.setSoTimeout(8_000);
    }

    /** One request on a connection of its own; everything that comes back. */
    static String exchange(EgressProxy proxy, String request) throws IOException {
        try (var client = new ProxyClient(proxy)) {
            return client.say(request).rest();
        }
    }

    /** At the other end of a tunnel to this server. */
    static ProxyClient connected(EgressProxy proxy, ScriptedServer server) throws IOException {
        var client = new ProxyClient(proxy).say("CONNECT site.example:" + server.port() + " HTTP/1.1\r\n\r\n");
        assertThat(client.until("\r\n\r\n")).startsWith("HTTP/1.1 200 ");
        return client;
    }

    ProxyClient say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Until this text has come. */
    String until(String end) throws IOException {
        var text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int b = socket.getInputStream().read();
            if (b < 0) {
                throw new IOException("ended after: " + text);
            }
            text.append((char) b);
        }
        return text.toString();
    }

    String rest() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
