package io.renderyard.models.wire;

import io.renderyard.egress.ServiceClient;
import io.renderyard.models.Answer;
import io.renderyard.models.Backend;
import io.renderyard.models.ImageModel;
import io.renderyard.models.Kind;
import io.renderyard.models.ModelFailure;
import io.renderyard.models.Provider;
import io.renderyard.models.Size;
import io.renderyard.models.Wish;
import java.time.Duration;

/** Together: answers at once. */
final class TogetherModel implements ImageModel {
    private final Line line;

    TogetherModel(Provider provider, ServiceClient services) {
        line = Line.authorized(provider, "Bearer", services);
    }

    @Override
    public Answer submit(Wish wish, Backend backend, Duration atMost) throws ModelFailure, InterruptedException {
        Deadline deadline = Deadline.in(atMost);
        Order order = Order.of(Kind.TOGETHER, wish, backend);
        Size size = order.size();
        Fields body = new Fields()
                .with("model", order.model())
                .with("prompt", wish.words())
                .with("negative_prompt", order.negative())
                .with("n", 1)
                .with("seed", wish.seed())
                // Some models take one, some the other, so the settings name sizes only where they are taken.
                .with("aspect_ratio", size == null ? wish.ratio() : null)
                .with("width", size == null ? null : size.width())
                .with("height", size == null ? null : size.height())
                .with("response_format", "base64")
                .withReference(order, order.model().contains("kontext") ? "image_url" : "reference_images[]")
                .overlaid(order.options());
        return Entries.first(line, line.post(line.at("/v1", "/images/generations"), body, deadline), deadline);
    }
}
