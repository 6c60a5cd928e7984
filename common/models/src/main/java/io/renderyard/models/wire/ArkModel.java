package io.renderyard.models.wire;

import io.renderyard.egress.ServiceClient;
import io.renderyard.models.Answer;
import io.renderyard.models.Backend;
import io.renderyard.models.ImageModel;
import io.renderyard.models.Kind;
import io.renderyard.models.ModelFailure;
import io.renderyard.models.Provider;
import io.renderyard.models.Wish;
import java.time.Duration;

/** ModelArk and Volcengine: answers at once. Takes no negative words. */
final class ArkModel implements ImageModel {
    private final Line line;

    ArkModel(Provider provider, ServiceClient services) {
        line = Line.authorized(provider, "Bearer", services);
    }

    @Override
    public Answer submit(Wish wish, Backend backend, Duration atMost) throws ModelFailure, InterruptedException {
        Deadline deadline = Deadline.in(atMost);
        Order order = Order.of(Kind.ARK, wish, backend);
        // The model that only edits takes no size of its own.
        boolean edits = order.reference() != null && order.model().contains("seededit");
        Fields body = new Fields()
                .with("model", order.model())
                .with("prompt", wish.words())
                .with(
                        "size",
                        edits
                                ? "adaptive"
                                : order.size() == null ? null : order.size().toString())
                .with("response_format", "b64_json")
                .with("seed", wish.seed())
                // Unless it is told, each picture says "AI generated" in a corner.
                .with("watermark", false)
                .withReference(order, "image")
                .overlaid(order.options());
        return Entries.first(line, line.post(line.at("/api/v3", "/images/generations"), body, deadline), deadline);
    }
}
