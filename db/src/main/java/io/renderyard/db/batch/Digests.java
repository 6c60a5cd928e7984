package io.renderyard.db.batch;

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

/**
 * Writes digests. Each tells of the ends of items whose numbers are in a range that begins where the last one's ended,
 * so that every end is told of exactly once. What ended in the last moments of a batch is told of after its end.
 */
@Component
class Digests {
    /** Ends that one digest tells of; when there are more, the next one is due at once. */
    static final int LARGEST = 1_000;

    private static final int AT_MOST = 100;

    private static final String DUE = """
            select id from batch
            where digest_at is not null and (digest_at <= now() or finished_at is not null)
            order by digest_at limit :atMost""";

    /** All has been told once the end has its number and nothing is left below it: no other item can end then. */
    private static final String TELL = """
            with due as (
                select id, tenant_id, digest_number, finished_at, round from batch
                where id = :batch and digest_at is not null and (digest_at <= now() or finished_at is not null)
                for no key update skip locked),
            untold as (
                select event.number from due join event on event.batch_id = due.id
                where event.job_id is not null and event.number > due.digest_number
                order by event.number limit :largest),
            range as (select count(*) as ends, max(number) as up_to from untold),
            moved as (
                update batch set
                    digest_number = coalesce(range.up_to, batch.digest_number),
                    digest_at = case
                        when range.ends = :largest then batch.digest_at
                        when exists (select from event
                                     where event.batch_id = due.id and event.round = due.round
                                       and event.number is not null) and due.finished_at is not null then null
                        else now() + batch.digest_seconds * interval '1 second' end
                from due cross join range where batch.id = due.id
                returning batch.id),
            recorded as (
                insert into event (id, tenant_id, batch_id, type, told_above, told_up_to, occurred_at)
                select :event, due.tenant_id, due.id, 'BATCH_PROGRESS', due.digest_number, range.up_to, now()
                from due join moved on moved.id = due.id cross join range where range.ends > 0
                returning id)
            insert into outbox (subject, claimed_until)
            select id, now() + interval '5 seconds' from recorded
            returning id""";

    private final JdbcClient jdbc;
    private final TimeOrderedIds ids;
    private final Relay relay;

    Digests(JdbcClient jdbc, TimeOrderedIds ids, Relay relay) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.relay = relay;
    }

    /** Returns how many were written. */
    int round() {
        List<UUID> due =
                jdbc.sql(DUE).param("atMost", AT_MOST).query(UUID.class).list();
        return (int) due.stream().filter(this::tell).count();
    }

    private boolean tell(UUID batch) {
        EventId event = new EventId(ids.next());
        Optional<Long> ring = jdbc.sql(TELL)
                .param("batch", batch)
                .param("event", event.value())
                .param("largest", LARGEST)
                .query(Long.class)
                .optional();
        ring.ifPresent(written -> relay.publish(new OutboxEntry(written, new Ring.EventRecorded(event))));
        return ring.isPresent();
    }
}
