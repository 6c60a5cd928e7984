package io.renderyard.db.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.db.Race;
import io.renderyard.db.TestLedger;
import io.renderyard.kernel.event.DeliveryAnswer;
import io.renderyard.kernel.event.DeliveryAttempt;
import io.renderyard.kernel.event.DeliveryLedger;
import io.renderyard.kernel.event.Endpoint;
import io.renderyard.kernel.event.Event;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.event.EventType;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobCanceller;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.job.Webhook;
import io.renderyard.kernel.render.Source;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliveryLedgerIT {
    private static final URI HOOK = URI.create("https://receiver.example/hook");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String BODY = "{\"ü\":\"😀\"}";

    private final TestLedger ledger = TestLedger.shared();
    private final DeliveryLedger deliveries = ledger.part(DeliveryLedger.class);

    @Test
    void anEventIsFoundWithWhereItsJobWantsItUntilItIsFannedOut() {
        Job job = cancelled(HOOK);
        EventId event = eventOf(job);

        assertThat(deliveries.findUndelivered(event)).hasValueSatisfying(undelivered -> {
            assertThat(undelivered.webhook()).isEqualTo(new Webhook(HOOK, Webhook.EVENT));
            assertThat(undelivered.subscribers()).isEmpty();
            assertThat(undelivered.event().type()).isEqualTo(EventType.JOB_CANCELLED);
            assertThat(undelivered.event().subject()).isEqualTo(new Event.OfJob(job.id()));
            assertThat(undelivered.event().tenant()).isEqualTo(job.tenant());
        });
        fanOut(event, BODY);
        assertThat(deliveries.findUndelivered(event)).isEmpty();
        assertThat(deliveries.findUndelivered(new EventId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void anEventIsFoundWithTheShapeThatItsReceiverReads() {
        EventId event = eventOf(cancelled(new Webhook(HOOK, "another")));

        assertThat(deliveries.findUndelivered(event))
                .map(DeliveryLedger.Undelivered::webhook)
                .contains(new Webhook(HOOK, "another"));
    }

    @Test
    void anEventThatNobodyWantsRingsForNobody() {
        EventId event = eventOf(cancelled((Webhook) null));

        assertThat(deliveries.findUndelivered(event)).isEmpty();
        assertThat(deliveries.findForgotten(Duration.ZERO, 10)).doesNotContain(event);
        assertThat(ledger.count("outbox where subject = ?", event.value())).isZero();
    }

    @Test
    void fanningOutTwiceWritesOneDelivery() throws Exception {
        EventId event = eventOf(cancelled(HOOK));

        fanOut(event, BODY);
        fanOut(event, "another body");
        assertThat(ledger.one(String.class, "select body from delivery")).isEqualTo(BODY);

        try (var race = new Race()) {
            EventId raced = eventOf(cancelled(HOOK));
            race.run(8, () -> {
                fanOut(raced, BODY);
                return true;
            });
            assertThat(ledger.count("delivery where event_id = ?", raced.value()))
                    .isOne();
        }
    }

    @Test
    void eventsWhoseRingWasLostAreFoundOldestFirst() {
        EventId young = eventOf(cancelled(HOOK));
        EventId old = eventOf(cancelled(HOOK));
        EventId oldest = eventOf(cancelled(HOOK));
        EventId dealtWith = eventOf(cancelled(HOOK));
        happened(old, "10 minutes");
        happened(oldest, "20 minutes");
        happened(dealtWith, "30 minutes");
        fanOut(dealtWith, BODY);

        assertThat(deliveries.findForgotten(Duration.ofMinutes(5), 10)).containsExactly(oldest, old);
        assertThat(deliveries.findForgotten(Duration.ofMinutes(5), 1)).containsExactly(oldest);
        assertThat(deliveries.findForgotten(Duration.ZERO, 10)).contains(young);
    }

    @Test
    void aDueDeliveryIsClaimedOnceWithAllThatIsNeededToSendIt() {
        Job job = cancelled(HOOK);
        EventId event = eventOf(job);
        fanOut(event, BODY);

        assertThat(deliveries.claimDue(MINUTE, 10)).singleElement().satisfies(attempt -> {
            assertThat(attempt.number()).isOne();
            assertThat(attempt.event()).isEqualTo(event);
            assertThat(attempt.tenant()).isEqualTo(job.tenant());
            assertThat(attempt.endpoint()).isEqualTo(new Endpoint.Named(Webhook.EVENT, EventType.JOB_CANCELLED));
            assertThat(attempt.url()).isEqualTo(HOOK);
            assertThat(attempt.body()).isEqualTo(BODY);
        });
        assertThat(deliveries.claimDue(MINUTE, 10)).isEmpty();
    }

    @Test
    void aClaimThatRanOutIsTakenByTheNextAndFencesTheFirst() {
        DeliveryAttempt first = claimed();
        makeDue();
        DeliveryAttempt second = deliveries.claimDue(MINUTE, 10).getFirst();
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.delivery()).isEqualTo(first.delivery());

        deliveries.delivered(first, answer(200, "HTTP 200"));
        deliveries.retry(first, answer(500, "HTTP 500"), Duration.ZERO);
        deliveries.giveUp(first, none("refused"));

        assertThat(state()).isEqualTo("PENDING 2");
        assertThat(ledger.count("delivery_attempt")).isZero();
        assertThat(deliveries.claimDue(MINUTE, 10)).isEmpty();
    }

    @Test
    void whatIsDeliveredIsDone() {
        DeliveryAttempt attempt = claimed();

        deliveries.delivered(attempt, answer(204, "HTTP 204"));
        deliveries.delivered(attempt, answer(204, "HTTP 204"));
        deliveries.retry(attempt, answer(500, "HTTP 500"), Duration.ZERO);

        makeDue();
        assertThat(state()).isEqualTo("DELIVERED 1");
        assertThat(deliveries.claimDue(MINUTE, 10)).isEmpty();
        assertThat(tries()).containsExactly("1 204 HTTP 204 7");
    }

    @Test
    void whatIsNotTakenIsDueAgainAfterTheGap() {
        DeliveryAttempt attempt = claimed();

        deliveries.retry(attempt, none("timeout"), MINUTE);
        assertThat(deliveries.claimDue(MINUTE, 10)).isEmpty();
        makeDue();

        assertThat(deliveries.claimDue(MINUTE, 10))
                .singleElement()
                .satisfies(second -> assertThat(second.number()).isEqualTo(2));
        assertThat(tries()).containsExactly("1 none timeout 7");
    }

    @Test
    void whatIsGivenUpIsNotTriedAgain() {
        DeliveryAttempt attempt = claimed();

        deliveries.giveUp(attempt, answer(410, "HTTP 410"));

        makeDue();
        assertThat(state()).isEqualTo("FAILED 1");
        assertThat(deliveries.claimDue(MINUTE, 10)).isEmpty();
    }

    @Test
    void whoClaimsTogetherSharesAndGetsNoMoreThanAskedFor() throws Exception {
        EventId event = eventOf(cancelled(HOOK));
        ledger.jdbc().sql("""
                        insert into delivery (id, event_id, url, body, state, due_at)
                        select gen_random_uuid(), :event, 'https://receiver.example/' || n, '{}', 'PENDING', now()
                        from generate_series(1, 200) n""").param("event", event.value()).update();
        try (var race = new Race()) {
            List<List<DeliveryAttempt>> claims = race.run(10, () -> deliveries.claimDue(MINUTE, 12));

            assertThat(claims).allSatisfy(claim -> assertThat(claim).hasSizeLessThanOrEqualTo(12));
            assertThat(claims.stream().flatMap(List::stream).map(DeliveryAttempt::delivery))
                    .doesNotHaveDuplicates();
        }
    }

    private void fanOut(EventId event, String body) {
        deliveries.fanOut(event, List.of(new DeliveryLedger.ToWebhook(new Webhook(HOOK), body)));
    }

    private static DeliveryAnswer answer(int status, String note) {
        return new DeliveryAnswer(OptionalInt.of(status), note, Duration.ofMillis(7));
    }

    private static DeliveryAnswer none(String note) {
        return new DeliveryAnswer(OptionalInt.empty(), note, Duration.ofMillis(7));
    }

    private DeliveryAttempt claimed() {
        fanOut(eventOf(cancelled(HOOK)), BODY);
        return deliveries.claimDue(MINUTE, 10).getFirst();
    }

    private Job cancelled(URI webhook) {
        return cancelled(new Webhook(webhook));
    }

    private Job cancelled(@Nullable Webhook webhook) {
        Job job = ledger.accepted(new Submission(
                ledger.tenant(),
                TestLedger.spec(new Source.Html("x")),
                Variables.NONE,
                Lane.INTERACTIVE,
                webhook,
                Map.of(),
                Reuse.NONE));
        return ledger.part(JobCanceller.class)
                .cancel(job.tenant(), job.id(), "no longer wanted")
                .orElseThrow();
    }

    private EventId eventOf(Job job) {
        return new EventId(ledger.one(
                UUID.class, "select id from event where job_id = ?", job.id().value()));
    }

    private void happened(EventId event, String ago) {
        ledger.jdbc()
                .sql("update event set occurred_at = now() - cast(:ago as interval) where id = :event")
                .param("ago", ago)
                .param("event", event.value())
                .update();
    }

    private void makeDue() {
        ledger.jdbc()
                .sql("update delivery set due_at = now() - interval '1 second'")
                .update();
    }

    private String state() {
        return ledger.one(String.class, "select state || ' ' || attempts from delivery");
    }

    private List<String> tries() {
        return ledger.jdbc()
                .sql(
                        "select concat_ws(' ', number, coalesce(status::text, 'none'), note, millis) from delivery_attempt")
                .query(String.class)
                .list();
    }
}
