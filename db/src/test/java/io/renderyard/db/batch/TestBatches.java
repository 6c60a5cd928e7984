package io.renderyard.db.batch;

import io.renderyard.db.TestLedger;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchAdmission;
import io.renderyard.kernel.batch.BatchHead;
import io.renderyard.kernel.batch.BatchLedger;
import io.renderyard.kernel.batch.BatchReader;
import io.renderyard.kernel.batch.BatchWebhook;
import io.renderyard.kernel.batch.Priority;
import io.renderyard.kernel.batch.Row;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.job.Webhook;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.tenant.TenantId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Batches as tests send and draw them. */
final class TestBatches {
    private final TestLedger ledger;

    TestBatches(TestLedger ledger) {
        this.ledger = ledger;
    }

    /** A plain batch's head; each part of it that matters to a test is changed by name. */
    record Head(
            TenantId tenant,
            Priority priority,
            int concurrency,
            Reuse reuse,
            @Nullable BatchWebhook webhook) {
        static Head of(TenantId tenant) {
            return new Head(tenant, Priority.NORMAL, 10, Reuse.NONE, null);
        }

        Head with(Priority other) {
            return new Head(tenant, other, concurrency, reuse, webhook);
        }

        Head with(int other) {
            return new Head(tenant, priority, other, reuse, webhook);
        }

        Head with(Reuse other) {
            return new Head(tenant, priority, concurrency, other, webhook);
        }

        Head with(BatchWebhook other) {
            return new Head(tenant, priority, concurrency, reuse, other);
        }

        BatchHead full() {
            return new BatchHead(
                    tenant,
                    List.of(TestLedger.spec(new Source.Html("<p>hello {{name}}"))),
                    Lane.BATCH,
                    priority,
                    concurrency,
                    webhook,
                    Map.of("campaign", "spring"),
                    reuse);
        }
    }

    static BatchWebhook webhook(BatchWebhook.On on) {
        return new BatchWebhook(
                new Webhook(URI.create("https://receiver.example/batches")),
                on,
                on == BatchWebhook.On.DIGEST ? java.time.Duration.ofSeconds(60) : null);
    }

    /** As many rows, each with a name of its own. */
    static List<Row> rows(int count) {
        return IntStream.rangeClosed(1, count)
                .<Row>mapToObj(row -> row("name " + row))
                .toList();
    }

    static List<Row> same(int count) {
        return Stream.generate(() -> row("everybody")).limit(count).toList();
    }

    static Row row(String name) {
        return new Row.Filled(new Variables(Map.of("name", name)), Map.of("sku", name));
    }

    Batch accepted(Head head, List<Row> rows) {
        return switch (ledger.part(BatchLedger.class).accept(head.full(), rows.iterator(), null)) {
            case Acceptance.Accepted<Batch>(Batch batch) -> batch;
            case Acceptance<Batch> other -> throw new AssertionError("not accepted: " + other);
        };
    }

    int admit() {
        return ledger.part(BatchAdmission.class).admit();
    }

    int callOff() {
        return ledger.part(BatchAdmission.class).callOff();
    }

    int finish() {
        return ledger.part(BatchAdmission.class).finish();
    }

    /** The batch lane's next. */
    Optional<AttemptLedger.Claim> claim() {
        return ledger.part(AttemptLedger.class).claim(Lane.BATCH, "a worker");
    }

    Attempt claimed() {
        return claim().orElseThrow(() -> new AssertionError("nothing is ready")).attempt();
    }

    void succeed(Attempt attempt) {
        if (!ledger.part(AttemptLedger.class).succeed(attempt, TestLedger.artifact(attempt), TestLedger.RECEIPT)) {
            throw new AssertionError(attempt + " could not succeed");
        }
    }

    void fail(Attempt attempt) {
        if (!ledger.part(AttemptLedger.class).fail(attempt, new Failure(FailureCode.SCRIPT_FAILED, "it threw"))) {
            throw new AssertionError(attempt + " could not fail");
        }
    }

    /** Draws all that is ready and will be, and returns how many were drawn. */
    int drawAll() {
        int drawn = 0;
        boolean moved;
        do {
            moved = admit() > 0;
            for (Optional<AttemptLedger.Claim> claim = claim(); claim.isPresent(); claim = claim()) {
                succeed(claim.get().attempt());
                drawn++;
                moved = true;
            }
        } while (moved);
        return drawn;
    }

    Batch read(Batch batch) {
        return ledger.part(BatchReader.class).find(batch.tenant(), batch.id()).orElseThrow();
    }

    List<Job> items(Batch batch) {
        List<Job> all = new ArrayList<>();
        List<Job> page;
        do {
            page = ledger.part(BatchReader.class).items(batch.tenant(), batch.id(), null, all.size(), 1_000);
            all.addAll(page);
        } while (page.size() == 1_000);
        return all;
    }

    long rung(Batch batch) {
        return ledger.count("outbox join job on job.id = subject where batch_id = ?", id(batch.id()));
    }

    static Object id(BatchId batch) {
        return batch.value();
    }
}
