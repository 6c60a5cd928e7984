package io.renderyard.conformance.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.renderyard.conformance.journey.Yard;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Speaks the OpenAI images API at {@value Yard#ALLOWED_HOST}: always the same picture, and none of what is forbidden. */
final class Provider implements AutoCloseable {
    static final String FORBIDDEN = "forbidden";

    private final HttpServer server;

    Provider() {
        try {
            server = HttpServer.create(new InetSocketAddress(Yard.ALLOWED_HOST, 0), 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", Provider::answer);
        server.start();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean refused = asked.contains(FORBIDDEN);
            byte[] body = (refused
                            ? "{\"error\":{\"code\":\"content_policy_violation\",\"message\":\"No.\",\"type\":\"x\"}}"
                            : "{\"created\":0,\"data\":[{\"b64_json\":\"" + picture() + "\"}]}")
                    .getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(refused ? 400 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** A JPEG, so that it has to be converted. */
    private static String picture() throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1_024, 1_024, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
        return Base64.getEncoder().encodeToString(jpeg.toByteArray());
    }

    String url() {
        return "http://" + Yard.ALLOWED_HOST + ":" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
