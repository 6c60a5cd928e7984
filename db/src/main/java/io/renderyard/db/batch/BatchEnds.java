package io.renderyard.db.batch;

import io.renderyard.db.ledger.Audience;
import io.renderyard.db.outbox.OutboxEntry;
import io.renderyard.db.outbox.Relay;
import io.renderyard.kernel.doorbell.Ring;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.job.TimeOrderedIds;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends batches of which no item is left: counts for good, and event, in one transaction. */
@Component
class BatchEnds {
    private static final int AT_MOST = 100;
    private static final long NO_RING = 0;

    private static final String ENDED = """
            select batch.id from batch where batch.finished_at is null and %s
            order by batch.id limit :atMost""".formatted(Items.ALL_ENDED);

    private static final String PASS_BY = "skip locked";
    private static final String WAIT = "";

    /** A retry could put new jobs into its rows; it takes this row too. */
    private static final String FENCE =
            "select id from batch where id = :batch and finished_at is null for no key update ";

    /**
     * Looks again, since what was seen before the fence may be out of date. The event's time is read after the items'
     * ends were seen, so that it comes after theirs in the ledger's order.
     */
    private static final String FINISH = """
            with counted as (
                select count(*) filter (where state = 'SUCCEEDED') as succeeded,
                       count(*) filter (where state = 'FAILED') as failed,
                       count(*) filter (where state = 'CANCELLED') as cancelled,
                       count(*) filter (where state in ('QUEUED', 'RUNNING')) as unfinished
                from job where batch_id = :batch and replaced_by is null),
            finished as (
                update batch set finished_at = clock_timestamp(), succeeded = counted.succeeded,
                                 failed = counted.failed, cancelled = counted.cancelled
                from counted where id = :batch and counted.unfinished = 0
                returning batch.*),
            recorded as (
                insert into event (id, tenant_id, batch_id, type, round, occurred_at, fanned_out_at)
                select :event, tenant_id, id,
                       case when cancel_reason is not null then 'BATCH_CANCELLED'
                            when succeeded = 0 then 'BATCH_FAILED'
                            when succeeded = items then 'BATCH_COMPLETED'
                            else 'BATCH_PARTIAL' end,
                       round, finished_at, case when %s then finished_at end
                from finished
                returning id, fanned_out_at),
            rung as (
                insert into outbox (subject, claimed_until)
                select id, now() + interval '5 seconds' from recorded where fanned_out_at is null
                returning id)
            select (select id from rung) as ring from finished""".formatted(Audience.none("finished"));

    private final JdbcClient jdbc;
    private final TimeOrderedIds ids;
    private final Relay relay;
    private final TransactionTemplate transaction;

    BatchEnds(JdbcClient jdbc, TimeOrderedIds ids, Relay relay, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.relay = relay;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Returns how many ended. */
    int round() {
        List<UUID> ended =
                jdbc.sql(ENDED).param("atMost", AT_MOST).query(UUID.class).list();
        return (int) ended.stream().filter(batch -> finish(batch, PASS_BY)).count();
    }

    /** Ends this one, when nothing of it is left. Whoever else is at it has done so when this returns. */
    void finish(UUID batch) {
        finish(batch, WAIT);
    }

    private boolean finish(UUID batch, String others) {
        EventId event = new EventId(ids.next());
        Optional<Long> ring = transaction.execute(status -> finish(batch, event, others));
        ring.filter(written -> written != NO_RING)
                .ifPresent(written -> relay.publish(new OutboxEntry(written, new Ring.EventRecorded(event))));
        return ring.isPresent();
    }

    /** Empty when it did not end. */
    private Optional<Long> finish(UUID batch, EventId event, String others) {
        boolean fenced = jdbc.sql(FENCE + others)
                .param("batch", batch)
                .query(UUID.class)
                .optional()
                .isPresent();
        return fenced
                ? jdbc.sql(FINISH)
                        .param("batch", batch)
                        .param("event", event.value())
                        .query((row, number) -> row.getLong("ring"))
                        .optional()
                : Optional.empty();
    }
}
