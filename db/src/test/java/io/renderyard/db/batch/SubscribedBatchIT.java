package io.renderyard.db.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.db.TestLedger;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchLedger;
import io.renderyard.kernel.batch.Row;
import io.renderyard.kernel.event.DeliveryLedger;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.subscription.SubscriptionLedger;
import io.renderyard.kernel.subscription.Wish;
import io.renderyard.kernel.tenant.TenantId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What subscriptions hear of batches that name no endpoint. */
class SubscribedBatchIT {
    private final TestLedger ledger = TestLedger.shared();
    private final TestBatches batches = new TestBatches(ledger);
    private final TenantId tenant = ledger.tenant();

    SubscribedBatchIT() {
        ledger.part(SubscriptionLedger.class)
                .create(tenant, new Wish("wire", "done", "{}"), URI.create("https://receiver.example/"), "custom");
    }

    @Test
    void eachItemAndTheEndRingForThem() {
        List<Row> rows = new ArrayList<>(TestBatches.rows(2));
        rows.add(new Row.Wrong("too few cells"));
        Batch batch = batches.accepted(TestBatches.Head.of(tenant), rows);
        batches.drawAll();
        batches.finish();

        assertThat(waiting(batch))
                .containsExactlyInAnyOrder("JOB_FAILED", "JOB_SUCCEEDED", "JOB_SUCCEEDED", "BATCH_PARTIAL");
        DeliveryLedger deliveries = ledger.part(DeliveryLedger.class);
        for (UUID event :
                ledger.jdbc().sql("select id from event").query(UUID.class).list()) {
            assertThat(deliveries.findUndelivered(new EventId(event))).hasValueSatisfying(undelivered -> {
                assertThat(undelivered.webhook()).isNull();
                assertThat(undelivered.subscribers()).hasSize(1);
            });
        }
    }

    @Test
    void callingItOffRingsForThemToo() {
        Batch batch = batches.accepted(TestBatches.Head.of(tenant), TestBatches.rows(3));
        ledger.part(BatchLedger.class).cancel(tenant, batch.id(), "no longer wanted");
        batches.callOff();
        batches.finish();

        assertThat(waiting(batch))
                .containsExactlyInAnyOrder("JOB_CANCELLED", "JOB_CANCELLED", "JOB_CANCELLED", "BATCH_CANCELLED");
    }

    /** Types of events that are rung for and not fanned out. */
    private List<String> waiting(Batch batch) {
        return ledger.jdbc()
                .sql("""
                        select type from event join outbox on subject = event.id
                        where fanned_out_at is null and batch_id = :batch""")
                .param("batch", batch.id().value())
                .query(String.class)
                .list();
    }
}
