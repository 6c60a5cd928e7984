package io.renderyard.db.batch;

import static io.renderyard.db.batch.TestBatches.rows;
import static io.renderyard.db.batch.TestBatches.same;
import static io.renderyard.db.batch.TestBatches.webhook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.renderyard.db.Race;
import io.renderyard.db.TestLedger;
import io.renderyard.db.batch.TestBatches.Head;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchAdmission;
import io.renderyard.kernel.batch.BatchLedger;
import io.renderyard.kernel.batch.BatchWebhook;
import io.renderyard.kernel.batch.DigestReader;
import io.renderyard.kernel.event.DeliveryLedger;
import io.renderyard.kernel.event.Event;
import io.renderyard.kernel.event.EventFeed;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.event.EventType;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.tenant.TenantId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigestIT {
    private final TestLedger ledger = TestLedger.shared();
    private final TestBatches batches = new TestBatches(ledger);
    private final TenantId tenant = ledger.tenant();
    private final Head head = Head.of(tenant).with(webhook(BatchWebhook.On.DIGEST));

    private int digest() {
        return ledger.part(BatchAdmission.class).digest();
    }

    private int number() {
        return ledger.part(EventFeed.class).number();
    }

    private void makeDue() {
        ledger.jdbc()
                .sql("update batch set digest_at = now() - interval '1 second' where digest_at is not null")
                .update();
    }

    private List<EventId> digests() {
        return ledger.jdbc()
                .sql("select id from event where type = 'BATCH_PROGRESS' order by told_above")
                .query((row, number) -> new EventId(row.getObject("id", UUID.class)))
                .list();
    }

    private List<Integer> told(EventId digest) {
        return ledger.part(DigestReader.class).ends(digest).stream()
                .map(DigestReader.Ended::row)
                .toList();
    }

    @Test
    void nothingIsToldBeforeItsTimeNorWhenNothingEnded() {
        batches.accepted(head, rows(2));
        assertThat(digest()).isZero();
        makeDue();
        assertThat(digest()).isZero();
        assertThat(ledger.count("batch where digest_at > now() + interval '50 seconds'"))
                .isEqualTo(1);
    }

    @Test
    void eachEndIsToldOnce() {
        Batch batch = batches.accepted(head, rows(3));
        batches.admit();
        batches.succeed(batches.claimed());
        batches.fail(batches.claimed());
        makeDue();
        assertThat(digest()).as("what has no number yet is not told").isZero();
        number();
        makeDue();
        assertThat(digest()).isEqualTo(1);
        assertThat(digest()).isZero();

        assertThat(ledger.part(DigestReader.class).ends(digests().getFirst()))
                .extracting(DigestReader.Ended::row, DigestReader.Ended::state)
                .containsExactly(tuple(1, JobState.SUCCEEDED), tuple(2, JobState.FAILED));
        batches.succeed(batches.claimed());
        batches.finish();
        number();
        assertThat(digest())
                .as("what ended last is told when the batch has ended")
                .isEqualTo(1);
        assertThat(told(digests().getLast())).containsExactly(3);
        number();
        assertThat(digest()).isZero();
        assertThat(ledger.count("batch where digest_at is null")).isEqualTo(1);
        assertThat(batches.read(batch).finishedAt()).isNotNull();
    }

    @Test
    void aDigestTellsOfAThousandEndsAndTheNextOneOfTheRest() {
        batches.accepted(head.with(1_000).with(Reuse.UNLIMITED), same(1_500));
        batches.drawAll();
        batches.finish();
        while (number() > 0) {
            // until all have numbers
        }

        assertThat(digest()).isEqualTo(1);
        assertThat(digest()).isEqualTo(1);
        assertThat(digest()).isZero();

        assertThat(told(digests().get(0))).hasSize(1_000);
        assertThat(told(digests().get(1))).hasSize(500);
    }

    @Test
    void twoConductorsTellEachEndOnce() throws Exception {
        batches.accepted(head.with(100), rows(60));
        batches.drawAll();
        number();
        makeDue();

        try (Race race = new Race()) {
            assertThat(race.run(6, this::digest).stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(1);
        }
        assertThat(told(digests().getFirst()))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 60).boxed().toList());
    }

    @Test
    void aRetryIsToldOfToo() {
        Batch batch = batches.accepted(head, rows(1));
        batches.admit();
        batches.fail(batches.claimed());
        batches.finish();
        number();
        digest();
        ledger.part(BatchLedger.class).retry(tenant, batch.id(), null);
        batches.drawAll();
        batches.finish();
        number();

        assertThat(digest()).isEqualTo(1);
        assertThat(told(digests().getLast())).containsExactly(1);
    }

    @Test
    void itsEventsAreDeliveredToTheBatchsEndpoint() {
        batches.accepted(head, rows(1));
        batches.drawAll();
        batches.finish();
        number();
        digest();
        number();

        List<Event> events = ledger.part(EventFeed.class).after(tenant, 0, 10);
        assertThat(events)
                .extracting(Event::type)
                .containsExactly(EventType.JOB_SUCCEEDED, EventType.BATCH_COMPLETED, EventType.BATCH_PROGRESS);
        DeliveryLedger deliveries = ledger.part(DeliveryLedger.class);
        assertThat(deliveries.findUndelivered(events.get(0).id())).isEmpty();
        for (Event event : events.subList(1, 3)) {
            assertThat(deliveries.findUndelivered(event.id()))
                    .contains(new DeliveryLedger.Undelivered(
                            event, webhook(BatchWebhook.On.DIGEST).endpoint(), List.of()));
        }
    }
}
