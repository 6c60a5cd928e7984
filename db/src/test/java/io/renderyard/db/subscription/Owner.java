package io.renderyard.db.subscription;

import io.renderyard.db.TestLedger;
import io.renderyard.kernel.event.DeliveryAnswer;
import io.renderyard.kernel.event.DeliveryAttempt;
import io.renderyard.kernel.event.DeliveryLedger;
import io.renderyard.kernel.event.DeliveryLedger.ToSubscriber;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobCanceller;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.job.Webhook;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.subscription.Subscription;
import io.renderyard.kernel.subscription.SubscriptionId;
import io.renderyard.kernel.subscription.SubscriptionLedger;
import io.renderyard.kernel.subscription.Wish;
import io.renderyard.kernel.tenant.TenantId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant whose subscriptions are told of its jobs. */
record Owner(TestLedger ledger, TenantId tenant) {
    static final URI TARGET = URI.create("https://receiver.example/all");
    static final DeliveryAnswer OK = new DeliveryAnswer(OptionalInt.of(204), "HTTP 204", Duration.ofMillis(123));
    static final DeliveryAnswer BUSY = new DeliveryAnswer(OptionalInt.of(503), "HTTP 503", Duration.ofMillis(45));

    SubscriptionId subscribed() {
        return ledger.part(SubscriptionLedger.class)
                .create(tenant, new Wish("wire", "done", "{}"), TARGET, "custom")
                .orElseThrow()
                .subscription()
                .id();
    }

    Subscription read(SubscriptionId id) {
        return ledger.part(SubscriptionLedger.class).find(tenant, id).orElseThrow();
    }

    /** A delivery of a new event, in the courier's hands. */
    DeliveryAttempt claimed(SubscriptionId id) {
        DeliveryLedger deliveries = ledger.part(DeliveryLedger.class);
        deliveries.fanOut(ended(null), List.of(new ToSubscriber(id, "{}")));
        return deliveries.claimDue(Duration.ofMinutes(1), 1).getFirst();
    }

    EventId ended(@Nullable URI webhook) {
        Job job = ledger.accepted(new Submission(
                tenant,
                TestLedger.spec(new Source.Html("x")),
                Variables.NONE,
                Lane.INTERACTIVE,
                webhook == null ? null : new Webhook(webhook),
                Map.of(),
                Reuse.NONE));
        ledger.part(JobCanceller.class).cancel(tenant, job.id(), "no longer wanted");
        return new EventId(ledger.one(
                UUID.class, "select id from event where job_id = ?", job.id().value()));
    }

    void makeDue() {
        ledger.jdbc()
                .sql("update delivery set due_at = now() - interval '1 second'")
                .update();
    }
}
