package io.renderyard.dialect.yard;

import io.renderyard.dialect.field.AddressReader;
import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.batch.BatchHead;
import io.renderyard.kernel.batch.BatchWebhook;
import io.renderyard.kernel.batch.Priority;
import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.job.Webhook;
import io.renderyard.kernel.render.RenderSpec;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns the head of an upload into what all its items share, or into the list of everything that is wrong with it. */
final class BatchHeadCheck {
    static final int MAX_CONCURRENCY = 1_000;
    private static final int CONCURRENCY = 20;
    private static final int A_DAY = 86_400;
    private static final int DIGEST_SECONDS = 60;

    private final Violations violations = new Violations();

    /** A head that is fine. */
    record Checked(BatchHead head, ItemCheck items) {}

    /** @throws RefusedUpload when something is wrong */
    Checked check(ObjectNode head, SubmissionContext context) {
        BatchOptions options = value(options(head), BatchOptions.class);
        JobRequest request = value(head, JobRequest.class);
        JobRequestCheck check = new JobRequestCheck(request, context, violations);
        RenderSpec base = request.source() == null ? check.specWithoutSource() : check.spec();
        if (request.webhookUrl() != null) {
            violations.add("webhookUrl", "is for single jobs; a batch has webhook with url and on");
        }
        BatchHead read = new BatchHead(
                context.tenant(),
                List.of(base),
                Lane.ofItems(List.of(base)),
                violations.choice("priority", options.priority(), Priority.NORMAL),
                violations.within("concurrency", options.concurrency(), CONCURRENCY, 1, MAX_CONCURRENCY),
                webhook(options.webhook()),
                check.metadata(),
                check.reuse(base, Variables.NONE));
        Map<String, @Nullable Object> variables = new VariablesReader(violations)
                .read("variables", request.variables())
                .values();
        if (!violations.all().isEmpty()) {
            throw new RefusedUpload(violations.all());
        }
        return new Checked(read, new ItemCheck(request, context, variables));
    }

    private static ObjectNode options(ObjectNode head) {
        ObjectNode options = head.objectNode();
        for (String name : List.of("concurrency", "priority", "webhook")) {
            JsonNode value = head.remove(name);
            if (value != null) {
                options.set(name, value);
            }
        }
        return options;
    }

    private static <T> T value(ObjectNode node, Class<T> type) {
        return switch (StrictJson.read(() -> StrictJson.JSON.treeToValue(node, type))) {
            case StrictJson.Read.Value<T>(T value) -> value;
            case StrictJson.Read.NotJson<T>(String why) -> throw new RefusedUpload(why);
            case StrictJson.Read.Wrong<T>(FieldError error) -> throw new RefusedUpload(List.of(error));
        };
    }

    private @Nullable BatchWebhook webhook(BatchOptions.@Nullable Webhook webhook) {
        if (webhook == null) {
            return null;
        }
        BatchWebhook.On on = violations.choice("webhook.on", webhook.on(), BatchWebhook.On.BATCH);
        if (webhook.digestSeconds() != null && on != BatchWebhook.On.DIGEST) {
            violations.add("webhook.digestSeconds", "is for on: digest");
        }
        int every = violations.within("webhook.digestSeconds", webhook.digestSeconds(), DIGEST_SECONDS, 1, A_DAY);
        if (webhook.url() == null) {
            violations.add("webhook.url", "is required");
            return null;
        }
        URI url = new AddressReader(violations).read("webhook.url", webhook.url());
        return url == null
                ? null
                : new BatchWebhook(
                        new Webhook(url), on, on == BatchWebhook.On.DIGEST ? Duration.ofSeconds(every) : null);
    }
}
