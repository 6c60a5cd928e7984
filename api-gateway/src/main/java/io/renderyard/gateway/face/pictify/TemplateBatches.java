package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.BatchNotes;
import io.renderyard.dialect.pictify.BatchRequest;
import io.renderyard.dialect.pictify.FieldProblem;
import io.renderyard.dialect.pictify.RenderRequest;
import io.renderyard.dialect.pictify.SubscriptionEvent;
import io.renderyard.dialect.pictify.TemplateName;
import io.renderyard.gateway.submission.BatchSubmissions;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchHead;
import io.renderyard.kernel.batch.BatchWebhook;
import io.renderyard.kernel.batch.Priority;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Webhook;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.template.TemplateVersion;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Makes batches of templates: a base for each layout, and a row for each set of values in each of them. */
@Component
class TemplateBatches {
    private static final Pattern KEY = Pattern.compile("[a-z0-9-]{1,64}");

    private final BatchSubmissions submissions;
    private final PictifyTargets targets;

    TemplateBatches(BatchSubmissions submissions, PictifyTargets targets) {
        this.submissions = submissions;
        this.targets = targets;
    }

    /**
     * @param sets of values
     * @param layouts keys, known or not
     * @throws Refusal when nothing of it can be rendered
     */
    Acceptance<Batch> accept(
            TemplateVersion template,
            BatchRequest wanted,
            List<Map<String, @Nullable Object>> sets,
            List<String> layouts,
            @Nullable IdempotencyKey key) {
        judge(sets, layouts);
        if (wanted.webhookUrl() != null) {
            targets.require("webhookUrl", wanted.webhookUrl());
        }
        RenderRequest render = wanted.render().titled(template.content().head().name());
        List<String> known = layouts.stream()
                .filter(layout -> Layout.isKnown(template, layout))
                .toList();
        List<RenderSpec> bases = (known.isEmpty() ? List.of(RenderRequest.BASE) : known)
                .stream()
                        .map(layout -> Renders.spec(template, Layout.of(template, layout), render))
                        .toList();
        BatchHead head = new BatchHead(
                template.tenant(),
                bases,
                Lane.ofItems(bases),
                Priority.NORMAL,
                wanted.concurrency(),
                webhook(wanted.webhookUrl()),
                BatchNotes.ofBatch(
                        TemplateName.of(template.id().template()),
                        sets.size(),
                        render.drawing().output().word()),
                Reuse.UNLIMITED);
        return submissions.accept(
                head,
                new BatchRows(
                        template,
                        sets,
                        layouts,
                        known,
                        Renders.notes(template, bases.getFirst().format())),
                key);
    }

    private static void judge(List<Map<String, @Nullable Object>> sets, List<String> layouts) {
        for (String layout : layouts) {
            if (!KEY.matcher(layout).matches()) {
                String why = "must be lower-case letters, digits and hyphens, 64 at most";
                throw Refusal.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "validation error",
                        "A layout's name " + why + ".",
                        "INVALID_LAYOUT",
                        List.of(new FieldProblem("layouts", why, "invalid_format")));
            }
        }
        if (sets.size() * layouts.size() > BatchNotes.MOST_ITEMS) {
            throw Refusal.of(List.of(new FieldProblem(
                    "layouts",
                    "times the sets of values must not be more than %,d pictures; send several batches"
                            .formatted(BatchNotes.MOST_ITEMS),
                    "out_of_range")));
        }
    }

    private static @Nullable BatchWebhook webhook(@Nullable URI url) {
        return url == null
                ? null
                : new BatchWebhook(new Webhook(url, SubscriptionEvent.SHAPE), BatchWebhook.On.BATCH, null);
    }
}
