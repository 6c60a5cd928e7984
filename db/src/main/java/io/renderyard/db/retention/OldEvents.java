package io.renderyard.db.retention;

import io.renderyard.kernel.retention.Retention;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deletes the beginning of tenants' events: of each tenant whose first one may go, as many as follow it without a break.
 * Several tenants share a step, so that many with a few old events each are not a step each.
 */
final class OldEvents {
    private static final int TENANTS = 50;

    private static final String DELETE = """
            with whose as materialized (
                select tenant.id from tenant cross join lateral (
                    select id, occurred_at, fanned_out_at from event
                    where event.tenant_id = tenant.id and event.number is not null
                    order by event.number limit 1) as first
                where OVER(first)
                limit :tenants),
            oldest as (
                select early.id, bool_and(OVER(early)) over (partition by whose.id order by early.number) as gone
                from whose cross join lateral (
                    select id, number, occurred_at, fanned_out_at from event
                    where event.tenant_id = whose.id and event.number is not null
                    order by event.number limit (select :atMost / greatest(count(*), 1) from whose)) as early)
            delete from event where id = any(array(select id from oldest where gone))""";

    /** Old enough, and told to whoever wanted to know. What waits for a stopped subscription waits no longer than this. */
    private static final String OVER = """
            (ROW.occurred_at < now() - :age * interval '1 millisecond' and ROW.fanned_out_at is not null
             and not exists (select from delivery
                             where delivery.event_id = ROW.id and delivery.state = 'PENDING'
                               and delivery.due_at < 'infinity'))""";

    private final JdbcClient jdbc;

    OldEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int delete(Duration age) {
        return jdbc.sql(DELETE.replace("OVER(first)", OVER.replace("ROW", "first"))
                        .replace("OVER(early)", OVER.replace("ROW", "early")))
                .param("age", age.toMillis())
                .param("tenants", TENANTS)
                .param("atMost", Retention.STEP)
                .update();
    }
}
