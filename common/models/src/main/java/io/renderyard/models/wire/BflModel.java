package io.renderyard.models.wire;

import io.renderyard.egress.ServiceClient;
import io.renderyard.models.Answer;
import io.renderyard.models.Backend;
import io.renderyard.models.Handle;
import io.renderyard.models.ImageModel;
import io.renderyard.models.Kind;
import io.renderyard.models.ModelFailure;
import io.renderyard.models.Provider;
import io.renderyard.models.Reference;
import io.renderyard.models.Size;
import io.renderyard.models.Trouble;
import io.renderyard.models.Wish;
import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Black Forest Labs: a job that is asked for where the answer says. It has no verb to cancel. */
final class BflModel implements ImageModel {
    private static final Duration POLL_AFTER = Duration.ofMillis(500);

    private final Line line;

    BflModel(Provider provider, ServiceClient services) {
        line = Line.keyed(provider, "x-key", "", services);
    }

    @Override
    public Answer submit(Wish wish, Backend backend, Duration atMost) throws ModelFailure, InterruptedException {
        Order order = Order.of(Kind.BFL, wish, backend);
        Size size = order.size();
        Fields body = new Fields()
                .with("prompt", wish.words())
                .with("width", size == null ? null : size.width())
                .with("height", size == null ? null : size.height())
                .with("aspect_ratio", size == null ? wish.ratio() : null)
                .with("seed", wish.seed());
        Reference reference = order.reference();
        if (reference != null) {
            body.withReference(order, "input_image", reference.base64());
        }
        JsonNode job = line.post(
                        line.at("/v1", "/" + order.model()), body.overlaid(order.options()), Deadline.in(atMost))
                .json();
        String address = Json.text(job, "/polling_url")
                .orElseThrow(() -> line.failure(Trouble.USELESS, "a job without an address to ask at"));
        return line.pending(
                order.model(),
                new Fields().with("id", Json.text(job, "/id").orElse(null)).with("poll", address),
                POLL_AFTER);
    }

    @Override
    public Answer poll(Handle handle, Duration atMost) throws ModelFailure, InterruptedException {
        Deadline deadline = Deadline.in(atMost);
        JsonNode names = Json.names(handle);
        JsonNode job = line.poll(names.path("poll").stringValue(""), deadline).json();
        String status = job.path("status").stringValue("");
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "ready" ->
                line.fetch(
                        Json.text(job, "/result/sample")
                                .orElseThrow(() -> line.failure(Trouble.USELESS, "a job without a picture")),
                        Json.text(names, "/id").orElse(null),
                        deadline);
            case "request moderated", "content moderated" -> throw line.failure(Trouble.POLICY, status);
            case "task not found" -> throw line.failure(Trouble.FORGOTTEN, status);
            case "error", "failed" ->
                throw line.failure(
                        Trouble.ABANDONED,
                        Json.text(job, "/details/error", "/result/error").orElse(status));
            case "" -> throw line.failure(Trouble.USELESS, "a job without a state");
            // Pending, and whatever name it may have for a step in between.
            default -> new Answer.Pending(handle, POLL_AFTER);
        };
    }
}
