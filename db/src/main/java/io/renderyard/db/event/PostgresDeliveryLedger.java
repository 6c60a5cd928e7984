package io.renderyard.db.event;

import io.renderyard.kernel.event.DeliveryAttempt;
import io.renderyard.kernel.event.DeliveryId;
import io.renderyard.kernel.event.DeliveryLedger;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.TimeOrderedIds;
import io.renderyard.kernel.job.Webhook;
import io.renderyard.kernel.tenant.TenantId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deliveries as rows. Each write is one statement, fenced by the number of the attempt it tells of. */
@Component
class PostgresDeliveryLedger implements DeliveryLedger {
    private static final String UNDELIVERED = "select " + EventRow.COLUMNS + """
            , coalesce(job.webhook_url, batch.webhook_url) as webhook_url, job.webhook_shape
            from event left join job on job.id = event.job_id
                       left join batch on batch.id = event.batch_id and event.job_id is null
            where event.id = :event and event.fanned_out_at is null
              and coalesce(job.webhook_url, batch.webhook_url) is not null""";

    private static final String FAN_OUT = """
            with fanned as (
                update event set fanned_out_at = now() where id = :event and fanned_out_at is null returning id)
            insert into delivery (id, event_id, url, body, state, due_at)
            select :delivery, id, :url, :body, 'PENDING', now() from fanned
            on conflict (event_id, url) do nothing""";

    private static final String CLAIM_DUE = """
            update delivery set attempts = attempts + 1, due_at = now() + :takenFor * interval '1 millisecond'
            from event
            where event.id = delivery.event_id
              and delivery.id in (select id from delivery where state = 'PENDING' and due_at <= now()
                                  order by due_at limit :atMost for update skip locked)
            returning delivery.id, attempts, event_id, event.job_id, tenant_id, url, body""";

    private static final String CLOSE = """
            with closed as (
                update delivery set state = :state, finished_at = now()
                where id = :delivery and attempts = :attempt and state = 'PENDING'
                returning id)
            insert into delivery_attempt (delivery_id, number, status, note)
            select id, :attempt, :status, :note from closed""";

    private static final String RETRY = """
            with again as (
                update delivery set due_at = now() + :gap * interval '1 millisecond'
                where id = :delivery and attempts = :attempt and state = 'PENDING'
                returning id)
            insert into delivery_attempt (delivery_id, number, status, note)
            select id, :attempt, :status, :note from again""";

    private final JdbcClient jdbc;
    private final TimeOrderedIds ids;

    PostgresDeliveryLedger(JdbcClient jdbc, TimeOrderedIds ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    @Override
    public Optional<Undelivered> findUndelivered(EventId event) {
        return jdbc.sql(UNDELIVERED)
                .param("event", event.value())
                .query(PostgresDeliveryLedger::undelivered)
                .optional();
    }

    private static Undelivered undelivered(ResultSet row, int number) throws SQLException {
        String shape = row.getString("webhook_shape");
        return new Undelivered(
                EventRow.read(row), URI.create(row.getString("webhook_url")), shape == null ? Webhook.EVENT : shape);
    }

    @Override
    public List<EventId> findForgotten(Duration longerThan, int atMost) {
        return jdbc.sql("""
                        select id from event
                        where fanned_out_at is null and occurred_at < now() - :age * interval '1 millisecond'
                        order by occurred_at limit :atMost""")
                .param("age", longerThan.toMillis())
                .param("atMost", atMost)
                .query((row, number) -> new EventId(row.getObject("id", UUID.class)))
                .list();
    }

    @Override
    public void fanOut(EventId event, URI url, String body) {
        jdbc.sql(FAN_OUT)
                .param("event", event.value())
                .param("delivery", ids.next())
                .param("url", url.toString())
                .param("body", body)
                .update();
    }

    @Override
    public List<DeliveryAttempt> claimDue(Duration takenFor, int atMost) {
        return jdbc.sql(CLAIM_DUE)
                .param("takenFor", takenFor.toMillis())
                .param("atMost", atMost)
                .query(PostgresDeliveryLedger::attempt)
                .list();
    }

    private static DeliveryAttempt attempt(ResultSet row, int number) throws SQLException {
        UUID job = row.getObject("job_id", UUID.class);
        return new DeliveryAttempt(
                new DeliveryId(row.getObject("id", UUID.class)),
                row.getInt("attempts"),
                new EventId(row.getObject("event_id", UUID.class)),
                job == null ? null : new JobId(job),
                new TenantId(row.getObject("tenant_id", UUID.class)),
                URI.create(row.getString("url")),
                row.getString("body"));
    }

    @Override
    public void delivered(DeliveryAttempt attempt, int status, String note) {
        close(attempt, "DELIVERED", OptionalInt.of(status), note);
    }

    @Override
    public void giveUp(DeliveryAttempt attempt, OptionalInt status, String note) {
        close(attempt, "FAILED", status, note);
    }

    private void close(DeliveryAttempt attempt, String state, OptionalInt status, String note) {
        of(CLOSE, attempt, status, note).param("state", state).update();
    }

    @Override
    public void retry(DeliveryAttempt attempt, OptionalInt status, String note, Duration gap) {
        of(RETRY, attempt, status, note).param("gap", gap.toMillis()).update();
    }

    private JdbcClient.StatementSpec of(String sql, DeliveryAttempt attempt, OptionalInt status, String note) {
        return jdbc.sql(sql)
                .param("delivery", attempt.delivery().value())
                .param("attempt", attempt.number())
                .param("status", status.isPresent() ? status.getAsInt() : null)
                .param("note", note);
    }
}
