package io.renderyard.bench.ledger;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Posts to one address again and again, on one HTTP/1.1 connection for as long as the server keeps it. By hand, because
 * the client shares the cores with what it measures: a library takes several times as much of them for a request.
 */
final class KeptConnection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 30_000;

    private final URI base;
    private final String head;
    private @Nullable Line line;

    KeptConnection(URI base, String path, String key) {
        this.base = base;
        this.head = "POST " + path + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nAuthorization: Bearer " + key
                + "\r\nContent-Type: application/json\r\nContent-Length: ";
    }

    record Answer(int status, String body, boolean last) {}

    private record Line(Socket socket, InputStream in) {
        static Line to(URI base) throws IOException {
            Socket socket = new Socket(base.getHost(), base.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            return new Line(socket, new BufferedInputStream(socket.getInputStream()));
        }
    }

    Answer post(byte[] body) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes((head + body.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        Line open = line == null ? Line.to(base) : line;
        line = open;
        open.socket().getOutputStream().write(request.toByteArray());
        Answer answer = answer(open.in());
        if (answer.last()) {
            close();
        }
        return answer;
    }

    private static Answer answer(InputStream in) throws IOException {
        int status = Integer.parseInt(read(in).split(" ")[1]);
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String field = read(in); !field.isEmpty(); field = read(in)) {
            String[] pair = field.toLowerCase(Locale.ROOT).split(":\\s*", 2);
            switch (pair[0]) {
                case "content-length" -> length = Integer.parseInt(pair[1]);
                case "transfer-encoding" -> chunked = pair[1].equals("chunked");
                case "connection" -> last = pair[1].equals("close");
                default -> {
                    // Says nothing about where the answer ends.
                }
            }
        }
        byte[] body = chunked ? chunks(in) : in.readNBytes(length);
        return new Answer(status, new String(body, StandardCharsets.UTF_8), last);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int length;
        do {
            length = Integer.parseInt(read(in), 16);
            body.writeBytes(in.readNBytes(length));
            read(in);
        } while (length > 0);
        return body.toByteArray();
    }

    /** One line of the head, without its end. */
    private static String read(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed in the middle of an answer");
            }
            if (next != '\r') {
                text.append((char) next);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        if (line != null) {
            line.socket().close();
        }
        line = null;
    }
}
