package io.renderyard.conformance.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks for addresses that no well-mannered client can send, such as those with a bare percent sign. */
final class RawGet {
    private static final String END_OF_HEAD = "\r\n\r\n";

    private RawGet() {}

    /** @param target path and query, sent as it is, without a credential */
    static Answer of(HctiClient client, String target) {
        return of(client.base(), target, "");
    }

    static Answer withCredential(HctiClient client, String target) {
        return of(client.base(), target, "Authorization: " + client.authorization() + "\r\n");
    }

    /** @param path below the face's prefix */
    static Answer withCredential(PictoryClient client, String path) {
        return of(client.base(), PictoryClient.PREFIX + path, "Authorization: " + client.key() + "\r\n");
    }

    private static Answer of(String origin, String target, String headers) {
        URI base = URI.create(origin);
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(30_000);
            String request = "GET " + target + " HTTP/1.0\r\n" + headers + "Host: " + base.getAuthority() + END_OF_HEAD;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return answer(socket.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(byte[] all) {
        String text = new String(all, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(END_OF_HEAD);
        List<String> head = text.substring(0, end).lines().toList();
        Map<String, List<String>> headers = head.stream()
                .skip(1)
                .map(line -> line.split(": *", 2))
                .collect(Collectors.groupingBy(
                        line -> line[0], Collectors.mapping(line -> line[1], Collectors.toList())));
        return new Answer(
                Integer.parseInt(head.getFirst().split(" ")[1]),
                HttpHeaders.of(headers, (_, _) -> true),
                Arrays.copyOfRange(all, end + END_OF_HEAD.length(), all.length));
    }
}
