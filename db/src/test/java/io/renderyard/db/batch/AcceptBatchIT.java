package io.renderyard.db.batch;

import static io.renderyard.db.batch.TestBatches.row;
import static io.renderyard.db.batch.TestBatches.rows;
import static io.renderyard.db.batch.TestBatches.webhook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.db.Race;
import io.renderyard.db.TestLedger;
import io.renderyard.db.batch.TestBatches.Head;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchLedger;
import io.renderyard.kernel.batch.BatchReader;
import io.renderyard.kernel.batch.BatchState;
import io.renderyard.kernel.batch.BatchWebhook;
import io.renderyard.kernel.batch.Row;
import io.renderyard.kernel.batch.Tally;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.job.Item;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.tenant.TenantId;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AcceptBatchIT {
    private final TestLedger ledger = TestLedger.shared();
    private final TestBatches batches = new TestBatches(ledger);
    private final TenantId tenant = ledger.tenant();

    @Test
    void itsRowsAreHeldUntilTheyAreAdmitted() {
        Batch batch = batches.accepted(Head.of(tenant), rows(3));

        assertThat(batch).isEqualTo(batches.read(batch));
        assertThat(batch.state()).isEqualTo(BatchState.PENDING);
        assertThat(batch.tally()).isEqualTo(new Tally(3, 0, 0, 0, 0, 0));
        assertThat(batches.items(batch))
                .allMatch(job -> job.outcome().equals(new Job.Queued(null)))
                .extracting(Job::item)
                .containsExactly(new Item(batch.id(), 1), new Item(batch.id(), 2), new Item(batch.id(), 3));
        assertThat(batches.claim()).isEmpty();
        assertThat(ledger.count("outbox")).isZero();
    }

    @Test
    void eachRowIsDrawnWithItsOwnSourceAndVariables() {
        String nasty = "\\N\t\n\u0000\"\\u0000 äß 🦆 '; --";
        Row whole = new Row.Whole(
                TestLedger.spec(new Source.Html("<p>\u0000 own " + nasty)),
                new Variables(Map.of("name", nasty)),
                Map.of(),
                true);
        Row filled = new Row.Filled(new Variables(Map.of("name", nasty)), Map.of());
        Row without = new Row.Filled(Variables.NONE, Map.of("note", "\\N\t'\n🦆"));
        Batch batch = batches.accepted(Head.of(tenant), List.of(filled, whole, without));
        batches.admit();

        List<AttemptLedger.Claim> claims =
                Stream.generate(() -> batches.claim().orElseThrow()).limit(3).toList();
        assertThat(claims)
                .extracting(AttemptLedger.Claim::spec)
                .containsExactly(
                        Head.of(tenant).full().bases().getFirst(),
                        TestLedger.spec(new Source.Html("<p>\u0000 own " + nasty)),
                        Head.of(tenant).full().bases().getFirst());
        assertThat(claims)
                .extracting(AttemptLedger.Claim::variables)
                .containsExactly(
                        new Variables(Map.of("name", nasty)), new Variables(Map.of("name", nasty)), Variables.NONE);
        assertThat(batches.items(batch).get(2).metadata()).isEqualTo(Map.of("note", "\\N\t'\n🦆"));
    }

    @Test
    void aWrongRowFailsAloneAndSaysWhy() {
        Batch batch = batches.accepted(Head.of(tenant), List.of(row("a"), new Row.Wrong("no \u0000 url"), row("b")));

        assertThat(batch.tally()).isEqualTo(new Tally(2, 0, 0, 0, 1, 0));
        assertThat(batches.read(batch)).isEqualTo(batch);
        assertThat(batches.items(batch).get(1).outcome()).isInstanceOfSatisfying(Job.Failed.class, failed -> {
            assertThat(failed.failure().code()).isEqualTo(FailureCode.INVALID_ITEM);
            assertThat(failed.failure().message()).isEqualTo("no \uFFFD url");
        });
        assertThat(ledger.count(
                        "event where type = 'JOB_FAILED' and batch_id = ?",
                        batch.id().value()))
                .isEqualTo(1);
        assertThat(ledger.count("outbox")).isZero();
    }

    @Test
    void aWrongRowIsToldWhenEachItemIs() {
        batches.accepted(Head.of(tenant).with(webhook(BatchWebhook.On.ITEM)), List.of(new Row.Wrong("a"), row("b")));
        batches.accepted(Head.of(tenant).with(webhook(BatchWebhook.On.BATCH)), List.of(new Row.Wrong("c"), row("d")));

        assertThat(ledger.count("outbox")).isEqualTo(1);
        assertThat(ledger.count("event where fanned_out_at is null")).isEqualTo(1);
    }

    @Test
    void whoeverFailsHalfWayLeavesNothing() {
        Iterator<Row> breaking = Stream.concat(rows(5_000).stream(), Stream.generate(() -> {
                    throw new UncheckedIOException(new java.io.IOException("the spool is gone"));
                }))
                .iterator();
        IdempotencyKey key = new IdempotencyKey("mine", "ab".repeat(32));

        assertThatThrownBy(() ->
                        ledger.part(BatchLedger.class).accept(Head.of(tenant).full(), breaking, key))
                .hasMessageContaining("the spool is gone");

        for (String table : List.of("batch", "batch_spec", "job", "job_spec", "idempotency", "outbox", "event")) {
            assertThat(ledger.count(table)).as(table).isZero();
        }
    }

    @Test
    void aBatchWithoutRowsIsRefused() {
        assertThatThrownBy(() -> batches.accepted(Head.of(tenant), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.count("batch")).isZero();
    }

    @Test
    void theSameKeyStandsForOneBatch() throws Exception {
        IdempotencyKey key = new IdempotencyKey("mine", "ab".repeat(32));
        List<Acceptance<Batch>> answers;
        try (Race race = new Race()) {
            answers = race.run(8, () -> accept(key, rows(100)));
        }

        assertThat(answers).filteredOn(Acceptance.Accepted.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Acceptance.Repeated.class::isInstance).hasSize(7);
        assertThat(ledger.count("batch")).isEqualTo(1);
        assertThat(ledger.count("job")).isEqualTo(100);
    }

    @Test
    void theSameKeyForAnotherBatchIsRefused() {
        accept(new IdempotencyKey("mine", "ab".repeat(32)), rows(1));

        assertThat(accept(new IdempotencyKey("mine", "cd".repeat(32)), rows(2)))
                .isInstanceOf(Acceptance.KeyTaken.class);
        assertThat(ledger.count("job")).isEqualTo(1);
    }

    private Acceptance<Batch> accept(IdempotencyKey key, List<Row> rows) {
        return ledger.part(BatchLedger.class).accept(Head.of(tenant).full(), rows.iterator(), key);
    }

    @Test
    void manyRowsAreNumberedInTheirOrder() {
        Batch batch = batches.accepted(Head.of(tenant), rows(4_321));

        assertThat(batches.items(batch))
                .extracting(job -> job.metadata().get("sku"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 4_321)
                        .mapToObj(row -> "name " + row)
                        .toList());
    }

    @Test
    void nobodyElseSeesIt() {
        Batch batch = batches.accepted(Head.of(tenant), rows(2));
        TenantId other = ledger.tenant();
        BatchReader reader = ledger.part(BatchReader.class);

        assertThat(reader.find(other, batch.id())).isEmpty();
        assertThat(reader.items(other, batch.id(), null, 0, 10)).isEmpty();
        assertThat(reader.page(other, null, 10)).isEmpty();
    }

    @Test
    void pagesRunFromTheNewest() {
        List<Batch> sent = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            sent.add(batches.accepted(Head.of(tenant), rows(1)));
        }
        Collections.reverse(sent);
        BatchReader reader = ledger.part(BatchReader.class);

        assertThat(reader.page(tenant, null, 2)).isEqualTo(sent.subList(0, 2));
        assertThat(reader.page(tenant, sent.get(1).id(), 2)).isEqualTo(sent.subList(2, 3));
    }

    @Test
    void itemsAreFoundByTheirState() {
        Batch batch =
                batches.accepted(Head.of(tenant), List.of(row("a"), new Row.Wrong("x"), row("b"), new Row.Wrong("y")));

        assertThat(ledger.part(BatchReader.class).items(tenant, batch.id(), JobState.FAILED, 2, 10))
                .extracting(Job::item)
                .containsExactly(new Item(batch.id(), 4));
    }
}
