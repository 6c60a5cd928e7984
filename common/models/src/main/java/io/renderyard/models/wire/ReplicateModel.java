package io.renderyard.models.wire;

import io.renderyard.egress.ServiceClient;
import io.renderyard.models.Answer;
import io.renderyard.models.Backend;
import io.renderyard.models.Handle;
import io.renderyard.models.ImageModel;
import io.renderyard.models.Kind;
import io.renderyard.models.ModelFailure;
import io.renderyard.models.Provider;
import io.renderyard.models.Trouble;
import io.renderyard.models.Wish;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Replicate: a job, which a fast model ends while we wait for its number. */
final class ReplicateModel implements ImageModel {
    /** Short: a job whose number has not come yet is lost, and paid for, if we die. */
    private static final Map<String, String> A_MOMENT = Map.of("Prefer", "wait=5");

    private static final Duration POLL_AFTER = Duration.ofSeconds(1);
    private static final Pattern REFUSAL =
            Pattern.compile("nsfw|sensitive|safety|content policy|flagged|E005", Pattern.CASE_INSENSITIVE);

    private final Line line;

    ReplicateModel(Provider provider, ServiceClient services) {
        line = Line.authorized(provider, "Bearer", services);
    }

    @Override
    public Answer submit(Wish wish, Backend backend, Duration atMost) throws ModelFailure, InterruptedException {
        Deadline deadline = Deadline.in(atMost);
        Order order = Order.of(Kind.REPLICATE, wish, backend);
        Fields input = new Fields()
                .with("prompt", wish.words())
                .with("aspect_ratio", wish.ratio())
                .with("seed", wish.seed())
                .withReference(order, "image_input[]")
                .overlaid(order.options());
        int version = order.model().indexOf(':');
        URI address = version < 0
                ? line.at("/v1", "/models/" + order.model() + "/predictions")
                : line.at("/v1", "/predictions");
        Fields body = new Fields()
                .with("version", version < 0 ? null : order.model().substring(version + 1))
                .with("input", input.asMap());
        return read(order.model(), line.post(address, body, A_MOMENT, deadline).json(), deadline);
    }

    @Override
    public Answer poll(Handle handle, Duration atMost) throws ModelFailure, InterruptedException {
        Deadline deadline = Deadline.in(atMost);
        return read(handle.model(), line.poll(name(handle, "get"), deadline).json(), deadline);
    }

    @Override
    public void cancel(Handle handle, Duration atMost) throws ModelFailure, InterruptedException {
        line.tell("POST", name(handle, "cancel"), atMost);
    }

    private Answer read(String model, JsonNode job, Deadline deadline) throws ModelFailure, InterruptedException {
        String id = Json.text(job, "/id").orElse(null);
        String status = job.path("status").stringValue("");
        return switch (status) {
            case "starting", "processing", "queued" ->
                line.pending(
                        model,
                        new Fields()
                                .with("get", address(job, "/urls/get"))
                                .with("cancel", Json.text(job, "/urls/cancel").orElse("")),
                        POLL_AFTER);
            // Some models give one address, some a list of them.
            case "succeeded" ->
                line.fetch(
                        Json.text(job, "/output", "/output/0")
                                .orElseThrow(() -> line.failure(Trouble.USELESS, "a job without a picture")),
                        id,
                        deadline);
            case "failed", "canceled", "aborted" -> {
                String words = Json.text(job, "/error").orElse(status);
                throw line.failure(REFUSAL.matcher(words).find() ? Trouble.POLICY : Trouble.ABANDONED, words);
            }
            default -> throw line.failure(Trouble.USELESS, "a job in the unknown state '" + status + "'");
        };
    }

    private String address(JsonNode job, String pointer) throws ModelFailure {
        return Json.text(job, pointer)
                .orElseThrow(() -> line.failure(Trouble.USELESS, "a job without an address to ask at"));
    }

    private static String name(Handle handle, String name) {
        return Json.names(handle).path(name).stringValue("");
    }
}
