package io.renderyard.db.ledger;

import io.renderyard.db.artifact.ReceiptCodec;
import io.renderyard.db.change.JobHerald;
import io.renderyard.db.outbox.OutboxEntry;
import io.renderyard.db.outbox.Relay;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.doorbell.Ring;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.event.EventType;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.TimeOrderedIds;
import io.renderyard.kernel.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stop 8 of the journey: the three ways in which a job ends. Each is one statement and so one transaction, guarded by
 * state and attempt; {@code false} means that another ending was faster and nothing was written. Those that succeed at
 * the same moment share a statement.
 */
@Component
class JobEndings {
    private static final String FAIL =
            EndStatement.of("""
            ended as (
                update job set state = 'FAILED', finished_at = now(), lease_until = null,
                               failure_code = :code, failure_message = :message
                where id = :job and attempt = :attempt and state = 'RUNNING'
                returning %s, cast(:event as uuid) as event)""".formatted(EndStatement.RETURNING), EventType.JOB_FAILED, "FAILED", "");

    private static final String CANCEL = EndStatement.of(
            """
            ended as (
                update job set state = 'CANCELLED', finished_at = now(), lease_until = null, turn = null,
                               cancel_reason = :reason
                where id = :job and tenant_id = :tenant and state in ('QUEUED', 'RUNNING') and %s
                returning %s, cast(:event as uuid) as event)""".formatted(EndStatement.AS_SEEN, EndStatement.RETURNING), EventType.JOB_CANCELLED, "CANCELLED", "");

    /** Each further look of a cancel means that the job was claimed or given back while it waited. */
    private static final int LOOKS = 20;

    /** Successes in one statement. */
    private static final int MOST = 64;

    private final JdbcClient jdbc;
    private final TimeOrderedIds ids;
    private final Relay relay;
    private final JobHerald herald;
    private final ReceiptCodec receipts;
    private final Followers followers;
    private final GroupCommit<Success, Optional<Ended>> successes = new GroupCommit<>(
            MOST,
            this::succeed,
            alone -> succeed(List.of(alone), SucceedStatement.WAITING).stream().findFirst());

    JobEndings(
            JdbcClient jdbc,
            TimeOrderedIds ids,
            Relay relay,
            JobHerald herald,
            ReceiptCodec receipts,
            Followers followers) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.relay = relay;
        this.herald = herald;
        this.receipts = receipts;
        this.followers = followers;
    }

    boolean succeed(Attempt attempt, Artifact artifact, Receipt receipt) {
        Success success =
                new Success(attempt, artifact, StorableText.of(receipts.write(receipt)), new EventId(ids.next()));
        return proclaimed(successes.ask(success), herald::changed);
    }

    private void succeed(List<GroupCommit.Asked<Success, Optional<Ended>>> group) {
        Map<EventId, Ended> ended =
                succeed(group.stream().map(GroupCommit.Asked::question).toList(), SucceedStatement.PASSING_OVER)
                        .stream()
                        .collect(Collectors.toMap(Ended::event, Function.identity()));
        group.stream()
                .filter(one -> ended.containsKey(one.question().event()))
                .forEach(one ->
                        one.answer(Optional.ofNullable(ended.get(one.question().event()))));
    }

    private List<Ended> succeed(List<Success> successes, String statement) {
        return jdbc.sql(statement)
                .params(SucceedStatement.parameters(successes))
                .query(Ended::read)
                .list();
    }

    boolean fail(Attempt attempt, Failure failure) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("job", attempt.job().value());
        parameters.put("attempt", attempt.number());
        parameters.put("code", failure.code().name());
        parameters.put("message", StorableText.of(failure.message()));
        parameters.put("failure", failure.code().label());
        parameters.put("event", ids.next());
        return end(FAIL, parameters, herald::changed);
    }

    boolean cancel(TenantId tenant, JobId job, String reason) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("job", job.value());
        parameters.put("tenant", tenant.value());
        parameters.put("reason", StorableText.of(reason));
        parameters.put("failure", null);
        parameters.put("event", ids.next());
        int looks = 0;
        boolean cancelled;
        do {
            cancelled = end(CANCEL, parameters, herald::withdrawn);
        } while (!cancelled && ++looks < LOOKS && isOpen(tenant, job));
        return cancelled;
    }

    private boolean isOpen(TenantId tenant, JobId job) {
        return jdbc.sql("select exists (select from job where id = :job and tenant_id = :tenant"
                        + " and state in ('QUEUED', 'RUNNING'))")
                .param("job", job.value())
                .param("tenant", tenant.value())
                .query(Boolean.class)
                .single();
    }

    private boolean end(String statement, Map<String, @Nullable Object> parameters, Consumer<JobId> herald) {
        return proclaimed(
                jdbc.sql(statement).params(parameters).query(Ended::read).optional(), herald);
    }

    private boolean proclaimed(Optional<Ended> ended, Consumer<JobId> herald) {
        ended.ifPresent(end -> proclaim(end, herald));
        return ended.isPresent();
    }

    private void proclaim(Ended ended, Consumer<JobId> herald) {
        herald.accept(ended.job());
        if (ended.ring() != null) {
            relay.publish(new OutboxEntry(ended.ring(), new Ring.EventRecorded(ended.event())));
        }
        if (ended.followed()) {
            // Dying before leaves them to the sweeper.
            followers.settle(ended.job());
        }
    }

    /** @param followed somebody shares this end, and is to be moved on after the commit */
    private record Ended(JobId job, EventId event, @Nullable Long ring, boolean followed) {
        static Ended read(ResultSet row, int number) throws SQLException {
            return new Ended(
                    new JobId(row.getObject("id", UUID.class)),
                    new EventId(row.getObject("event", UUID.class)),
                    row.getObject("ring", Long.class),
                    row.getBoolean("followed"));
        }
    }
}
