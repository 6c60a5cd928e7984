package io.renderyard.gateway.polling;

import io.renderyard.egress.Neighbour;
import io.renderyard.egress.Reply;
import io.renderyard.gateway.GatewaySettings;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
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
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** One origin for clients of a farm without an ingress: polls go on to the dispatcher and come back as they are. */
@Hidden
@Controller
@ConditionalOnProperty("renderyard.gateway.dispatcher-url")
class PollForwarder {
    private static final Logger log = LoggerFactory.getLogger(PollForwarder.class);
    private static final int CHUNK = 8 * 1024;

    private final Neighbour dispatcher;

    PollForwarder(GatewaySettings settings) {
        URI url = Objects.requireNonNull(settings.dispatcherUrl());
        this.dispatcher = new Neighbour(url);
    }

    @RequestMapping(
            path = {"/api/v1/jobs", "/api/v1/jobs/**", "/pictoryapis/v1/jobs", "/pictoryapis/v1/jobs/**"},
            method = {RequestMethod.GET, RequestMethod.DELETE})
    void forwardJobs(HttpServletRequest request, HttpServletResponse response) throws IOException {
        forward(request, response);
    }

    @GetMapping({"/api/v1/batches", "/api/v1/batches/**", "/api/v1/events"})
    void forwardBatches(HttpServletRequest request, HttpServletResponse response) throws IOException {
        forward(request, response);
    }

    @PostMapping({
        "/api/v1/batches/{id}/cancel",
        "/api/v1/batches/{id}/pause",
        "/api/v1/batches/{id}/resume",
        "/api/v1/batches/{id}/retry"
    })
    void forwardSteering(HttpServletRequest request, HttpServletResponse response) throws IOException {
        forward(request, response);
    }

    private void forward(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (Reply reply = ask(request)) {
            response.setStatus(reply.status());
            reply.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            stream(reply.body(), response.getOutputStream());
        }
    }

    private Reply ask(HttpServletRequest request) {
        try {
            return dispatcher.forward(request.getMethod(), target(request), headers(request), null);
        } catch (IOException e) {
            log.warn("The dispatcher at renderyard.gateway.dispatcher-url is out of reach: {}", e.getMessage());
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
