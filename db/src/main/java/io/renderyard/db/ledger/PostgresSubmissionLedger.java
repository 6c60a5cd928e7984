package io.renderyard.db.ledger;

import io.renderyard.db.change.JobHerald;
import io.renderyard.db.outbox.Relay;
import io.renderyard.db.usage.RenderMeter;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobReader;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.job.SubmissionLedger;
import io.renderyard.kernel.job.TimeOrderedIds;
import io.renderyard.kernel.job.Webhook;
import io.renderyard.kernel.render.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stop 3 of the journey. One statement writes job, spec, key and ring: they are there together or not at all. Those that
 * are small and come at the same moment share a statement.
 */
@Component
class PostgresSubmissionLedger implements SubmissionLedger {
    /** Each further look means that a job of the same content ended or appeared within the same millisecond. */
    private static final int LOOKS = 20;

    /** Jobs in one statement. */
    private static final int MOST = 64;

    private final JdbcClient jdbc;
    private final TimeOrderedIds ids;
    private final SpecCodec specs;
    private final SpecHash hashes;
    private final IdempotencyKeys keys;
    private final JobReader jobs;
    private final Relay relay;
    private final JobHerald herald;
    private final RenderMeter meter;
    private final TransactionTemplate transaction;
    private final GroupCommit<Newcomer, Accepted> newcomers = new GroupCommit<>(MOST, this::together, this::alone);
    private final JsonMapper json = new JsonMapper();

    PostgresSubmissionLedger(
            JdbcClient jdbc,
            TimeOrderedIds ids,
            SpecCodec specs,
            SpecHash hashes,
            IdempotencyKeys keys,
            JobReader jobs,
            Relay relay,
            JobHerald herald,
            RenderMeter meter,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.specs = specs;
        this.hashes = hashes;
        this.keys = keys;
        this.jobs = jobs;
        this.relay = relay;
        this.herald = herald;
        this.meter = meter;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Acceptance<Job> accept(Submission submission, @Nullable IdempotencyKey key) {
        Newcomer newcomer = newcomer(submission);
        if (key != null) {
            return keyed(newcomer, submission, key);
        }
        boolean together = newcomer.isSmall() && !meter.hasQuota(newcomer.tenant());
        Accepted accepted = together ? newcomers.ask(newcomer) : alone(newcomer);
        return new Acceptance.Accepted<>(proclaim(submission, accepted));
    }

    private Newcomer newcomer(Submission submission) {
        Reuse reuse = submission.reuse();
        Webhook webhook = submission.webhook();
        return new Newcomer(
                new JobId(ids.next()),
                new EventId(ids.next()),
                submission.tenant(),
                submission.lane(),
                json.writeValueAsString(submission.metadata()),
                webhook == null ? null : webhook.url().toString(),
                WebhookShapes.stored(webhook),
                submission.spec().source() instanceof Source.Painted,
                specs.write(submission.spec()),
                specs.write(submission.variables()),
                reuse.isAllowed() ? hashes.of(submission) : null,
                reuse.window());
    }

    private void together(List<GroupCommit.Asked<Newcomer, Accepted>> group) {
        Map<JobId, Accepted> accepted = write(
                        AcceptStatement.TOGETHER,
                        AcceptStatement.parameters(
                                group.stream().map(GroupCommit.Asked::question).toList()))
                .stream()
                .collect(Collectors.toMap(Accepted::job, Function.identity()));
        for (GroupCommit.Asked<Newcomer, Accepted> one : group) {
            Accepted mine = accepted.get(one.question().id());
            if (mine != null) {
                one.answer(mine);
            }
        }
    }

    private Accepted alone(Newcomer newcomer) {
        for (int look = 0; look < LOOKS; look++) {
            Optional<Accepted> accepted = writeAlone(newcomer);
            if (accepted.isPresent()) {
                return accepted.get();
            }
        }
        return writeAlone(newcomer.withoutHash()).orElseThrow();
    }

    private Optional<Accepted> writeAlone(Newcomer newcomer) {
        return meter.hasQuota(newcomer.tenant())
                ? transaction.execute(status -> metered(newcomer, insertAlone(newcomer)))
                : insertAlone(newcomer);
    }

    private Optional<Accepted> insertAlone(Newcomer newcomer) {
        return write(AcceptStatement.ALONE, AcceptStatement.parameters(List.of(newcomer))).stream()
                .findFirst();
    }

    /** The last part of a transaction, which a job too many breaks off. */
    private Optional<Accepted> metered(Newcomer newcomer, Optional<Accepted> accepted) {
        accepted.ifPresent(one -> meter.check(newcomer.tenant(), 1));
        return accepted;
    }

    private Acceptance<Job> keyed(Newcomer newcomer, Submission submission, IdempotencyKey key) {
        for (int look = 0; look < LOOKS; look++) {
            Optional<Accepted> accepted = write(newcomer, key);
            if (accepted.isPresent()) {
                return new Acceptance.Accepted<>(proclaim(submission, accepted.get()));
            }
            Optional<Acceptance<Job>> before = repeated(submission, key);
            if (before.isPresent()) {
                return before.get();
            }
        }
        return write(newcomer.withoutHash(), key)
                .<Acceptance<Job>>map(accepted -> new Acceptance.Accepted<>(proclaim(submission, accepted)))
                .or(() -> repeated(submission, key))
                .orElseThrow(() -> new IllegalStateException("job " + newcomer.id() + " could not be written"));
    }

    /** Where no row comes back the key may have been written, and has to be taken back. */
    private Optional<Accepted> write(Newcomer newcomer, IdempotencyKey key) {
        return transaction.execute(status -> {
            List<Accepted> accepted =
                    write(AcceptStatement.KEYED, AcceptStatement.parameters(newcomer, key, keys.fingerprint(key)));
            if (accepted.isEmpty()) {
                status.setRollbackOnly();
            }
            return metered(newcomer, accepted.stream().findFirst());
        });
    }

    private List<Accepted> write(String statement, Map<String, @Nullable Object> parameters) {
        return jdbc.sql(statement).params(parameters).query(Accepted::read).list();
    }

    private Optional<Acceptance<Job>> repeated(Submission submission, IdempotencyKey key) {
        return keys.find(submission.tenant(), key)
                .map(before -> before.isSame()
                        ? new Acceptance.Repeated<>(jobs.find(submission.tenant(), new JobId(before.subject()))
                                .orElseThrow(() -> new IllegalStateException(
                                        "the key of job " + before.subject() + " outlived it")))
                        : new Acceptance.KeyTaken<>());
    }

    /** Dying before leaves the ring in the outbox, where any process finds it after five seconds. */
    private Job proclaim(Submission submission, Accepted accepted) {
        if (accepted.ring() != null) {
            relay.publish(accepted.ring());
        }
        boolean warm = accepted.outcome().state().isTerminal();
        if (warm) {
            herald.changed(accepted.job());
        }
        return new Job(
                accepted.job(),
                submission.tenant(),
                submission.lane(),
                accepted.outcome(),
                0,
                null,
                submission.metadata(),
                accepted.at(),
                null,
                warm ? accepted.at() : null);
    }
}
