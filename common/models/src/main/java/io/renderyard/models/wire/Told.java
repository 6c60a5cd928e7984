package io.renderyard.models.wire;

import io.renderyard.egress.ServiceAnswer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An answer that says yes. */
record Told(ServiceAnswer.Responded<Content> answer) {

    /** Missing when it is none. */
    JsonNode json() {
        return answer.body().json();
    }

    /** All of what is no JSON. */
    byte[] bytes() {
        return answer.body().other();
    }

    /** Whether the body is a picture itself. */
    boolean isPicture() {
        return answer.header("content-type").orElse("").startsWith("image/");
    }

    /** What the provider calls the request, null when it does not say. */
    @Nullable
    String requestId() {
        return Stream.of("x-request-id", "x-fal-request-id")
                .flatMap(name -> answer.header(name).stream())
                .findFirst()
                .orElse(null);
    }
}
