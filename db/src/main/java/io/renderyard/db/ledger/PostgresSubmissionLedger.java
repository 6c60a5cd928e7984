package io.renderyard.db.ledger;

import io.renderyard.db.outbox.OutboxEntry;
import io.renderyard.db.outbox.Relay;
import io.renderyard.kernel.doorbell.Ring;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.job.SubmissionLedger;
import io.renderyard.kernel.job.TimeOrderedIds;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Stop 3 of the journey. One statement is one transaction: job, spec and ring are there together or not at all. */
@Component
class PostgresSubmissionLedger implements SubmissionLedger {
    private static final String ACCEPT = """
            with accepted as (
                insert into job (id, tenant_id, lane, state, metadata, webhook_url, due_at, rung_at, created_at)
                values (:id, :tenant, :lane, 'QUEUED', cast(:metadata as jsonb), :webhook, now(), now(), now())
                returning id, lane, created_at),
            specified as (insert into job_spec (job_id, spec, markup) values (:id, :spec, :markup))
            insert into outbox (subject, lane, claimed_until)
            select id, lane, now() + interval '5 seconds' from accepted
            returning id as ring, (select created_at from accepted)""";

    private final JdbcClient jdbc;
    private final TimeOrderedIds ids;
    private final SpecCodec specs;
    private final Relay relay;
    private final JsonMapper json = new JsonMapper();

    PostgresSubmissionLedger(JdbcClient jdbc, TimeOrderedIds ids, SpecCodec specs, Relay relay) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.specs = specs;
        this.relay = relay;
    }

    @Override
    public Job accept(Submission submission) {
        JobId id = new JobId(ids.next());
        URI webhook = submission.webhookUrl();
        SpecCodec.Stored stored = specs.write(submission.spec());
        Accepted accepted = jdbc.sql(ACCEPT)
                .param("id", id.value())
                .param("tenant", submission.tenant().value())
                .param("lane", submission.lane().name())
                .param("metadata", json.writeValueAsString(submission.metadata()))
                .param("webhook", webhook == null ? null : webhook.toString())
                .param("spec", stored.spec())
                .param("markup", stored.markup())
                .query(Accepted::read)
                .single();
        // Dying here leaves the ring in the outbox, where any process finds it after five seconds.
        relay.publish(new OutboxEntry(accepted.ring(), new Ring.JobReady(id, submission.lane())));
        return new Job(
                id,
                submission.tenant(),
                submission.lane(),
                new Job.Queued(accepted.at()),
                0,
                submission.metadata(),
                accepted.at(),
                null,
                null);
    }

    private record Accepted(long ring, Instant at) {
        static Accepted read(ResultSet row, int number) throws SQLException {
            return new Accepted(
                    row.getLong("ring"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant());
        }
    }
}
