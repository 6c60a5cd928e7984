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
import io.renderyard.models.Trouble;
import io.renderyard.models.Wish;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** {@code /v1/images/generations} and {@code /edits}: mostly answers at once, sd-server may answer with a job. */
final class OpenAiModel implements ImageModel {
    private static final Duration POLL_AFTER = Duration.ofSeconds(1);

    private final Line line;

    OpenAiModel(Provider provider, ServiceClient services) {
        line = Line.authorized(provider, "Bearer", services);
    }

    @Override
    public Answer submit(Wish wish, Backend backend, Duration atMost) throws ModelFailure, InterruptedException {
        Deadline deadline = Deadline.in(atMost);
        Order order = Order.of(Kind.OPENAI, wish, backend);
        OpenAiServer server = OpenAiServer.named(order.server());
        Fields body = server.wished(order)
                .with("model", order.model())
                .with("n", 1)
                .with("size", order.size() == null ? null : order.size().toString())
                .with("response_format", "b64_json");
        Reference reference = order.reference();
        boolean inJson = server.takesReferencesInJson() || order.referenceField() != null;
        if (reference == null || inJson) {
            if (reference != null) {
                body.withReference(order, "ref_images[]", reference.base64());
            }
            return read(
                    order,
                    line.post(line.at("/v1", "/images/generations"), body.overlaid(order.options()), deadline),
                    deadline);
        }
        Multipart form = new Multipart().with("image", reference);
        body.overlaid(order.options()).asMap().forEach((name, value) -> form.with(name, String.valueOf(value)));
        return read(order, line.post(line.at("/v1", "/images/edits"), form, deadline), deadline);
    }

    private Answer read(Order order, Told told, Deadline deadline) throws ModelFailure, InterruptedException {
        if (told.isPicture()) {
            return Pictures.of(told.bytes(), told.requestId());
        }
        Optional<String> poll = Json.text(told.json(), "/poll_url");
        return poll.isPresent()
                ? line.pending(
                        order.model(),
                        new Fields()
                                .with("id", Json.text(told.json(), "/id").orElse(null))
                                .with("poll", poll.get()),
                        POLL_AFTER)
                : Entries.first(line, told, deadline);
    }

    @Override
    public Answer poll(Handle handle, Duration atMost) throws ModelFailure, InterruptedException {
        JsonNode names = Json.names(handle);
        JsonNode job = line.poll(names.path("poll").stringValue(""), Deadline.in(atMost))
                .json();
        String status = job.path("status").stringValue("");
        return switch (status) {
            case "queued", "generating" -> new Answer.Pending(handle, POLL_AFTER);
            case "completed" ->
                Pictures.ofBase64(
                        Json.encoded(job, "/result/images/0/b64_json")
                                .orElseThrow(() -> line.failure(Trouble.USELESS, "a job without a picture")),
                        Json.text(names, "/id").orElse(null));
            case "failed", "cancelled" ->
                throw line.failure(
                        Trouble.ABANDONED,
                        Json.text(job, "/error/message", "/error").orElse(status));
            default -> throw line.failure(Trouble.USELESS, "a job in the unknown state '" + status + "'");
        };
    }

    @Override
    public void cancel(Handle handle, Duration atMost) throws ModelFailure, InterruptedException {
        line.tell("POST", Json.names(handle).path("poll").stringValue("") + "/cancel", atMost);
    }
}
