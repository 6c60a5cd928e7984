package io.renderyard.db.batch;

import io.renderyard.db.ledger.SpecCodec;
import io.renderyard.db.ledger.SpecHash;
import io.renderyard.db.ledger.StorableText;
import io.renderyard.db.ledger.WebhookShapes;
import io.renderyard.kernel.batch.BatchHead;
import io.renderyard.kernel.batch.BatchWebhook;
import io.renderyard.kernel.batch.Row;
import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.TimeOrderedIds;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.job.Webhook;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/**
 * Copies the rows of an upload into job and job_spec, a few at a time, so that an upload of any length needs the same
 * memory. Items are held: queued without a time, until they are admitted.
 */
final class ItemRows {
    /** What waits to be sent is about this at most, and one row more. */
    private static final int CHUNK_BYTES = 4 * 1024 * 1024;

    /** No answer of the database takes long, however many rows there are. */
    private static final int CHUNK_ROWS = 2_000;

    private static final JsonMapper JSON = new JsonMapper();

    private final BinaryRows jobs = new BinaryRows(
            "job",
            "id",
            "tenant_id",
            "lane",
            "state",
            "metadata",
            "webhook_url",
            "webhook_shape",
            "batch_id",
            "batch_row",
            "painted",
            "spec_hash",
            "created_at",
            "finished_at",
            "failure_code",
            "failure_message");
    private final BinaryRows specRows = new BinaryRows("job_spec", "job_id", "base", "spec", "markup", "variables");

    private final PGConnection connection;
    private final BatchId batch;
    private final BatchHead head;
    private final Instant now;
    private final TimeOrderedIds ids;
    private final SpecCodec specs;
    private final SpecHash hashes;
    private final List<Base> bases;
    private final @Nullable Webhook webhook;
    private int written;
    private int wrong;
    private int waiting;

    /** @param now the transaction's time */
    ItemRows(
            PGConnection connection,
            BatchId batch,
            BatchHead head,
            Instant now,
            TimeOrderedIds ids,
            SpecCodec specs,
            SpecHash hashes) {
        this.connection = connection;
        this.batch = batch;
        this.head = head;
        this.now = now;
        this.ids = ids;
        this.specs = specs;
        this.hashes = hashes;
        this.bases = head.bases().stream()
                .map(base -> new Base(hashes.digest(base), isPainted(base)))
                .toList();
        BatchWebhook told = head.webhook();
        this.webhook = told != null && told.on() == BatchWebhook.On.ITEM ? told.endpoint() : null;
    }

    /** What is told of a base once for all items that fill it. */
    private record Base(String digest, boolean painted) {}

    private static boolean isPainted(RenderSpec spec) {
        return spec.source() instanceof Source.Painted;
    }

    /** Rows so far. */
    int written() {
        return written;
    }

    /** Those of them that are no items. */
    int wrong() {
        return wrong;
    }

    void add(Row row) throws SQLException {
        UUID id = ids.next();
        written++;
        switch (row) {
            case Row.Filled filled -> {
                Base base = bases.get(filled.base());
                held(
                        id,
                        row,
                        base.painted(),
                        head.reuse().isAllowed() ? hash(base.digest(), filled.variables()) : null);
                specRows.row()
                        .uuid(id)
                        .small(filled.base())
                        .text(null)
                        .bytes(null)
                        .text(specs.write(filled.variables()));
            }
            case Row.Whole whole -> {
                SpecCodec.Stored stored = specs.write(whole.spec());
                boolean shares = head.reuse().isAllowed() && whole.shares();
                held(
                        id,
                        row,
                        isPainted(whole.spec()),
                        shares ? hash(hashes.digest(whole.spec()), whole.variables()) : null);
                specRows.row()
                        .uuid(id)
                        .small(0)
                        .text(stored.spec())
                        .bytes(stored.markup())
                        .text(specs.write(whole.variables()));
            }
            case Row.Wrong wrong -> failed(id, row, wrong.why());
        }
        waiting++;
        if (waiting == CHUNK_ROWS || jobs.size() + specRows.size() > CHUNK_BYTES) {
            send();
        }
    }

    private UUID hash(String digest, Variables variables) {
        return hashes.of(head.tenant(), digest, variables);
    }

    /** @param hash null when its picture is not to be shared */
    private void held(UUID id, Row row, boolean painted, @Nullable UUID hash) {
        begin(id, row, "QUEUED");
        jobs.truth(painted).uuid(hash).time(now).time(null).text(null).text(null);
    }

    private void failed(UUID id, Row row, String why) {
        wrong++;
        begin(id, row, "FAILED");
        jobs.truth(false)
                .uuid(null)
                .time(now)
                .time(now)
                .text(FailureCode.INVALID_ITEM.name())
                .text(StorableText.of(why));
    }

    private void begin(UUID id, Row row, String state) {
        jobs.row()
                .uuid(id)
                .uuid(head.tenant().value())
                .text(head.lane().name())
                .text(state)
                .json(JSON.writeValueAsString(row.metadata()))
                .text(webhook == null ? null : webhook.url().toString())
                .text(WebhookShapes.stored(webhook))
                .uuid(batch.value())
                .number(written);
    }

    /** Sends what waits. */
    void send() throws SQLException {
        if (waiting > 0) {
            jobs.send(connection);
            specRows.send(connection);
            waiting = 0;
        }
    }
}
