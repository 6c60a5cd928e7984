package io.renderyard.models.wire;

import io.renderyard.egress.ServiceClient;
import io.renderyard.models.Answer;
import io.renderyard.models.Backend;
import io.renderyard.models.Handle;
import io.renderyard.models.ImageModel;
import io.renderyard.models.Kind;
import io.renderyard.models.ModelFailure;
import io.renderyard.models.Provider;
import io.renderyard.models.Size;
import io.renderyard.models.Trouble;
import io.renderyard.models.Wish;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** fal: a job at {@code queue.fal.run}, an answer at once at {@code fal.run}. */
final class FalModel implements ImageModel {
    private static final Duration POLL_AFTER = Duration.ofMillis(500);

    private final Line line;

    FalModel(Provider provider, ServiceClient services) {
        line = Line.authorized(provider, "Key", services);
    }

    @Override
    public Answer submit(Wish wish, Backend backend, Duration atMost) throws ModelFailure, InterruptedException {
        Deadline deadline = Deadline.in(atMost);
        Order order = Order.of(Kind.FAL, wish, backend);
        Size size = order.size();
        Fields body = new Fields()
                .with("prompt", wish.words())
                .with("num_images", 1)
                .with("seed", wish.seed())
                .with("image_size", size == null ? null : Map.of("width", size.width(), "height", size.height()))
                .with("aspect_ratio", size == null ? wish.ratio() : null)
                .withReference(order, "image_urls[]")
                .overlaid(order.options());
        Told told = line.post(line.at("", "/" + order.model()), body, deadline);
        Optional<String> status = Json.text(told.json(), "/status_url");
        return status.isPresent()
                ? line.pending(
                        order.model(),
                        new Fields()
                                .with(
                                        "id",
                                        Json.text(told.json(), "/request_id").orElse(null))
                                // As given: they lack the last part of the model's id.
                                .with("status", status.get())
                                .with(
                                        "response",
                                        Json.text(told.json(), "/response_url").orElse(""))
                                .with(
                                        "cancel",
                                        Json.text(told.json(), "/cancel_url").orElse("")),
                        POLL_AFTER)
                : picture(told.json(), told.requestId(), deadline);
    }

    @Override
    public Answer poll(Handle handle, Duration atMost) throws ModelFailure, InterruptedException {
        Deadline deadline = Deadline.in(atMost);
        JsonNode names = Json.names(handle);
        JsonNode status =
                line.poll(names.path("status").stringValue(""), deadline).json();
        String state = status.path("status").stringValue("");
        if (state.isEmpty()) {
            throw line.failure(Trouble.USELESS, "a job without a state");
        }
        if (!state.equals("COMPLETED")) {
            return new Answer.Pending(handle, POLL_AFTER);
        }
        if (Json.text(status, "/error").isPresent()) {
            String words = Json.text(status, "/error").orElse("");
            String type = Json.text(status, "/error_type").orElse("");
            throw line.failure(Complaint.isPolicy(type) ? Trouble.POLICY : Trouble.ABANDONED, words);
        }
        return result(names, deadline);
    }

    /** What failed is answered where the result should be. */
    private Answer result(JsonNode names, Deadline deadline) throws ModelFailure, InterruptedException {
        String id = Json.text(names, "/id").orElse(null);
        return picture(
                line.poll(names.path("response").stringValue(""), deadline).json(), id, deadline);
    }

    private Answer.Done picture(JsonNode answer, @Nullable String id, Deadline deadline)
            throws ModelFailure, InterruptedException {
        JsonNode result = answer.path("response").isObject() ? answer.path("response") : answer;
        if (result.at("/has_nsfw_concepts/0").asBoolean(false)) {
            throw line.failure(Trouble.POLICY, "the picture was found not safe for work and blacked out");
        }
        String address = Json.text(result, "/images/0/url", "/image/url")
                .orElseThrow(() -> line.failure(Trouble.USELESS, "an answer without a picture"));
        return line.fetch(address, id, deadline);
    }

    @Override
    public void cancel(Handle handle, Duration atMost) throws ModelFailure, InterruptedException {
        line.tell("PUT", Json.names(handle).path("cancel").stringValue(""), atMost);
    }
}
