package io.renderyard.dialect.hcti;

import io.renderyard.dialect.hcti.Understanding.Refused;
import io.renderyard.dialect.hcti.Understanding.Understood;
import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.render.RenderSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Requests written with single quotes for reading's sake, and what comes of them. */
final class Asked {
    private Asked() {}

    static ObjectNode body(String body) {
        return understood(Bodies.json(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    /** A body with these members beside a piece of markup. */
    static ObjectNode html(String members) {
        return body("{'html':'<p>x</p>'" + (members.isEmpty() ? "" : ",") + members + "}");
    }

    /** A body with these members beside an address. */
    static ObjectNode url(String members) {
        return body("{'url':'https://a.example/'" + (members.isEmpty() ? "" : ",") + members + "}");
    }

    static <T> T understood(Understanding<T> understanding) {
        return switch (understanding) {
            case Understood<T>(T value) -> value;
            case Refused<T> refused -> throw new AssertionError(refused);
        };
    }

    static <T> Refused<T> refused(Understanding<T> understanding) {
        return switch (understanding) {
            case Refused<T> refused -> refused;
            case Understood<T> understood -> throw new AssertionError(understood);
        };
    }

    static List<String> wrongFields(Understanding<?> understanding) {
        return refused(understanding).errors().stream().map(FieldError::field).toList();
    }

    static ImageRequest.Alone alone(ObjectNode body) {
        return (ImageRequest.Alone) understood(ImageRequests.create(body));
    }

    static Definition definition(ObjectNode body) {
        return alone(body).definition();
    }

    /** What a definition with these parameters is kept as. */
    static String kept(ObjectNode fields) {
        return new Definition(fields).text();
    }

    static RenderSpec raster(ObjectNode body) {
        return Drawing.of(definition(body)).raster();
    }
}
