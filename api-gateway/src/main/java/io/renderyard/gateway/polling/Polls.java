package io.renderyard.gateway.polling;

import io.renderyard.egress.Neighbour;
import io.renderyard.egress.Reply;
import io.renderyard.gateway.GatewaySettings;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Hands a poll on to the dispatcher; its answer comes back as it is. */
@Component
@ConditionalOnProperty("renderyard.gateway.dispatcher-url")
public class Polls {
    private static final Logger log = LoggerFactory.getLogger(Polls.class);
    private static final int CHUNK = 8 * 1024;

    private final Neighbour dispatcher;

    Polls(GatewaySettings settings) {
        URI url = Objects.requireNonNull(settings.dispatcherUrl());
        this.dispatcher = new Neighbour(url);
    }

    /** @throws ProblemException 503 when the dispatcher is out of reach */
    public void forward(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (Reply reply = ask(request, response)) {
            response.setStatus(reply.status());
            reply.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            stream(reply.body(), response.getOutputStream());
        }
    }

    private Reply ask(HttpServletRequest request, HttpServletResponse response) {
        try {
            return dispatcher.forward(request.getMethod(), target(request), headers(request), null);
        } catch (IOException e) {
            log.warn("The dispatcher at renderyard.gateway.dispatcher-url is out of reach: {}", e.getMessage());
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            throw new ProblemException(Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "dispatcher unavailable",
                    "The process that answers polls is out of reach. Jobs and batches go on; ask again in a moment."));
        }
    }

    private static String target(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Collections.list(request.getHeaderNames())
                .forEach(name -> headers.put(name, Collections.list(request.getHeaders(name))));
        return headers;
    }

    /** Flushed piece by piece: an event of a stream must not wait for the next one. */
    private static void stream(InputStream from, OutputStream to) throws IOException {
        byte[] chunk = new byte[CHUNK];
        int read = from.read(chunk);
        while (read >= 0) {
            to.write(chunk, 0, read);
            to.flush();
            read = from.read(chunk);
        }
    }
}
