package io.renderyard.db.batch;

import io.renderyard.db.Timestamps;
import io.renderyard.db.ledger.Audience;
import io.renderyard.db.ledger.IdempotencyKeys;
import io.renderyard.db.ledger.SpecCodec;
import io.renderyard.db.ledger.SpecHash;
import io.renderyard.db.ledger.WebhookShapes;
import io.renderyard.db.usage.RenderMeter;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchHead;
import io.renderyard.kernel.batch.BatchState;
import io.renderyard.kernel.batch.BatchWebhook;
import io.renderyard.kernel.batch.Row;
import io.renderyard.kernel.batch.Tally;
import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.job.TimeOrderedIds;
import io.renderyard.kernel.job.Webhook;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes a batch with all its rows: one transaction, so that whoever dies in it leaves nothing. */
@Component
class BatchAcceptance {
    private static final String BATCH = """
            insert into batch (id, tenant_id, lane, priority, concurrency, items, metadata, webhook_url, webhook_shape,
                               webhook_on, digest_seconds, digest_at, reuse_millis, created_at)
            values (:id, :tenant, :lane, :priority, :concurrency, 1, cast(:metadata as jsonb), :webhook, :shape, :on,
                    :every, now() + cast(:every as int) * interval '1 second', :reuse, now())
            returning created_at""";

    private static final String BASE =
            "insert into batch_spec (batch_id, ordinal, spec, markup) values (:id, :ordinal, :spec, :markup)";

    /** Their rings are left to the relay's sweep: there may be as many as rows, and they wait for the commit. */
    private static final String WRONG_ROWS = """
            with recorded as (
                insert into event (id, tenant_id, job_id, batch_id, type, occurred_at, fanned_out_at)
                select gen_random_uuid(), tenant_id, id, batch_id, 'JOB_FAILED', now(),
                       case when %s then now() end
                from job where batch_id = :id and replaced_by is null and state = 'FAILED'
                returning id, fanned_out_at)
            insert into outbox (subject, claimed_until)
            select id, now() from recorded where fanned_out_at is null""".formatted(Audience.none("job"));

    private final JdbcClient jdbc;
    private final JdbcOperations connections;
    private final TimeOrderedIds ids;
    private final SpecCodec specs;
    private final SpecHash hashes;
    private final IdempotencyKeys keys;
    private final RenderMeter meter;
    private final TransactionTemplate transaction;
    private final JsonMapper json = new JsonMapper();

    BatchAcceptance(
            JdbcClient jdbc,
            JdbcOperations connections,
            TimeOrderedIds ids,
            SpecCodec specs,
            SpecHash hashes,
            IdempotencyKeys keys,
            RenderMeter meter,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.ids = ids;
        this.specs = specs;
        this.hashes = hashes;
        this.keys = keys;
        this.meter = meter;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Empty when the key is taken, and nothing was written. */
    Optional<Batch> accept(BatchHead head, Iterator<Row> rows, @Nullable IdempotencyKey key) {
        BatchId batch = new BatchId(ids.next());
        return transaction.execute(status -> key == null || keys.take(head.tenant(), key, batch.value())
                ? Optional.of(write(batch, head, rows))
                : Optional.empty());
    }

    private Batch write(BatchId batch, BatchHead head, Iterator<Row> rows) {
        Instant now = writeHead(batch.value(), head);
        ItemRows items = connections.execute((java.sql.Connection connection) ->
                copy(new ItemRows(connection.unwrap(PGConnection.class), batch, head, now, ids, specs, hashes), rows));
        if (items == null || items.written() == 0) {
            throw new IllegalArgumentException("a batch has at least one row");
        }
        jdbc.sql("update batch set items = :items where id = :id")
                .param("items", items.written())
                .param("id", batch.value())
                .update();
        if (items.wrong() > 0) {
            jdbc.sql(WRONG_ROWS).param("id", batch.value()).update();
        }
        meter.count(head.tenant(), items.written());
        return new Batch(
                batch,
                head.tenant(),
                BatchState.PENDING,
                false,
                head.priority(),
                head.concurrency(),
                new Tally(items.written() - items.wrong(), 0, 0, 0, items.wrong(), 0),
                head.metadata(),
                now,
                null,
                null,
                null);
    }

    private static ItemRows copy(ItemRows items, Iterator<Row> rows) throws SQLException {
        while (rows.hasNext()) {
            items.add(rows.next());
        }
        items.send();
        return items;
    }

    private Instant writeHead(UUID batch, BatchHead head) {
        BatchWebhook webhook = head.webhook();
        Webhook endpoint = webhook == null ? null : webhook.endpoint();
        Instant now = jdbc.sql(BATCH)
                .param("id", batch)
                .param("tenant", head.tenant().value())
                .param("lane", head.lane().name())
                .param("priority", head.priority().ordinal())
                .param("concurrency", head.concurrency())
                .param("metadata", json.writeValueAsString(head.metadata()))
                .param("webhook", endpoint == null ? null : endpoint.url().toString())
                .param("shape", WebhookShapes.stored(endpoint))
                .param("on", webhook == null ? null : webhook.on().name())
                .param(
                        "every",
                        webhook == null || webhook.every() == null
                                ? null
                                : Math.toIntExact(webhook.every().toSeconds()))
                .param("reuse", head.reuse().window().toMillis())
                .query((row, number) -> Timestamps.read(row, "created_at"))
                .single();
        for (int ordinal = 0; ordinal < head.bases().size(); ordinal++) {
            writeBase(batch, ordinal, specs.write(head.bases().get(ordinal)));
        }
        return now;
    }

    private void writeBase(UUID batch, int ordinal, SpecCodec.Stored base) {
        jdbc.sql(BASE)
                .param("id", batch)
                .param("ordinal", ordinal)
                .param("spec", base.spec())
                .param("markup", base.markup())
                .update();
    }
}
