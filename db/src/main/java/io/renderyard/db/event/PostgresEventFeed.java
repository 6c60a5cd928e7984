package io.renderyard.db.event;

import io.renderyard.kernel.event.Event;
import io.renderyard.kernel.event.EventFeed;
import io.renderyard.kernel.tenant.TenantId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers are given after the commit and not by it: else a transaction that commits late would put its number below
 * those that a reader has passed already.
 */
@Component
class PostgresEventFeed implements EventFeed {
    private static final int STEP = 1_000;

    private static final String AFTER = "select " + EventRow.COLUMNS
            + " from event where tenant_id = :tenant and number > :after order by number limit :atMost";

    /** Before the statement that numbers, which then sees what the numberer before this one has numbered. */
    private static final String ALONE = "select pg_try_advisory_xact_lock(hashtext('renderyard numberer'))";

    /**
     * Taken before they are counted, so that none of them vanishes with its job meanwhile and leaves a gap. Each end passes
     * here once and among many others, so this is also where ends are counted as usage.
     */
    private static final String NUMBER = """
            with waiting as materialized (
                select id, tenant_id, type, occurred_at from event where number is null
                order by occurred_at, id limit :atMost for no key update),
            placed as (
                select id, tenant_id, row_number() over (partition by tenant_id order by occurred_at desc, id desc) as back
                from waiting),
            counted as (
                insert into event_count (tenant_id, numbered)
                select tenant_id, count(*) from waiting group by tenant_id
                on conflict (tenant_id) do update set numbered = event_count.numbered + excluded.numbered
                returning tenant_id, numbered),
            ended as (
                insert into render_entry (tenant_id, hour, succeeded, failed)
                select tenant_id, date_trunc('hour', occurred_at, 'UTC') as hour,
                       count(*) filter (where type = 'JOB_SUCCEEDED'), count(*) filter (where type = 'JOB_FAILED')
                from waiting where type in ('JOB_SUCCEEDED', 'JOB_FAILED') group by tenant_id, hour)
            update event set number = counted.numbered - placed.back + 1
            from placed join counted on counted.tenant_id = placed.tenant_id
            where event.id = placed.id""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PostgresEventFeed(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<Event> after(TenantId tenant, long after, int limit) {
        return jdbc.sql(AFTER)
                .param("tenant", tenant.value())
                .param("after", after)
                .param("atMost", limit)
                .query((row, number) -> EventRow.read(row))
                .list();
    }

    @Override
    public int number() {
        return transaction.execute(
                status -> jdbc.sql(ALONE).query(Boolean.class).single()
                        ? jdbc.sql(NUMBER).param("atMost", STEP).update()
                        : 0);
    }
}
