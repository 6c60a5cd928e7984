package io.renderyard.gateway.face.hcti;

import io.renderyard.dialect.hcti.Bodies;
import io.renderyard.gateway.artifact.Query;
import io.renderyard.gateway.submission.BoundedBody;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads the parameters of a request: JSON, a form, a form in parts, or JSON that does not say so; section 3.1. */
@Component
class SentParameters {
    private static final int MOST_PARTS = 200;

    private final BoundedBody bodies;

    SentParameters(BoundedBody bodies) {
        this.bodies = bodies;
    }

    ObjectNode read(HttpServletRequest request) throws IOException {
        String type = Objects.toString(request.getContentType(), "").toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/form-data")) {
            return Bodies.form(parts(request));
        }
        byte[] body = bodies.read(request);
        // Also where the type says otherwise: some clients send none, and curl calls everything a form.
        if (Bodies.looksLikeJson(body) || !type.startsWith("application/x-www-form-urlencoded")) {
            return Refusal.orElse(Bodies.json(body));
        }
        return Bodies.form(pairs(Query.parse(new String(body, StandardCharsets.UTF_8))));
    }

    static List<Map.Entry<String, String>> pairs(Query query) {
        return query.pairs().stream()
                .filter(pair -> !pair.name().isEmpty())
                .map(pair -> Map.entry(pair.name(), pair.value()))
                .toList();
    }

    private List<Map.Entry<String, String>> parts(HttpServletRequest request) throws IOException {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        long left = bodies.limit();
        try {
            for (Part part : request.getParts()) {
                try (InputStream open = part.getInputStream()) {
                    byte[] bytes = open.readNBytes(Math.toIntExact(left) + 1);
                    left -= bytes.length;
                    if (left < 0 || pairs.size() >= MOST_PARTS) {
                        throw bodies.tooLarge();
                    }
                    pairs.add(Map.entry(part.getName(), new String(bytes, StandardCharsets.UTF_8)));
                }
            }
        } catch (ServletException e) {
            throw new ProblemException(
                    Problem.of(HttpStatus.BAD_REQUEST, "bad request", "The form cannot be taken apart."));
        } catch (IllegalStateException limit) {
            throw bodies.tooLarge();
        }
        return pairs;
    }
}
