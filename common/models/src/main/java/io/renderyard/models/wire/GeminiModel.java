package io.renderyard.models.wire;

import io.renderyard.egress.ServiceClient;
import io.renderyard.models.Answer;
import io.renderyard.models.Backend;
import io.renderyard.models.ImageModel;
import io.renderyard.models.Kind;
import io.renderyard.models.ModelFailure;
import io.renderyard.models.Provider;
import io.renderyard.models.Reference;
import io.renderyard.models.Wish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Google's {@code generateContent}: answers at once, with the picture among text parts. It has no seeds. */
final class GeminiModel implements ImageModel {
    private final Line line;

    GeminiModel(Provider provider, ServiceClient services) {
        line = Line.keyed(provider, "x-goog-api-key", "", services);
    }

    @Override
    public Answer submit(Wish wish, Backend backend, Duration atMost) throws ModelFailure, InterruptedException {
        Deadline deadline = Deadline.in(atMost);
        Order order = Order.of(Kind.GEMINI, wish, backend);
        Fields body = new Fields()
                .with("contents", List.of(Map.of("role", "user", "parts", parts(order))))
                .with(
                        "generationConfig",
                        Map.of(
                                "responseModalities",
                                List.of("TEXT", "IMAGE"),
                                "imageConfig",
                                Map.of("aspectRatio", wish.ratio())))
                .overlaid(order.options());
        Told told = line.post(line.at("/v1beta", "/models/" + order.model() + ":generateContent"), body, deadline);
        return new GeminiAnswer(line, told).picture(deadline);
    }

    private static List<Object> parts(Order order) {
        List<Object> parts = new ArrayList<>();
        String negative = order.negative();
        // It reads instructions, so what is not to be seen can be said.
        parts.add(Map.of("text", order.wish().words() + (negative == null ? "" : "\n\nDo not show: " + negative)));
        Reference reference = order.reference();
        if (reference != null) {
            parts.add(Map.of("inline_data", Map.of("mime_type", reference.contentType(), "data", reference.base64())));
        }
        return parts;
    }
}
