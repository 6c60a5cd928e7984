package io.renderyard.db.ledger;

import io.renderyard.db.change.JobHerald;
import io.renderyard.db.outbox.Relay;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobReader;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.job.SubmissionLedger;
import io.renderyard.kernel.job.TimeOrderedIds;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Stop 3 of the journey. One statement writes job, spec, key and ring: they are there together or not at all. */
@Component
class PostgresSubmissionLedger implements SubmissionLedger {
    /** Each further look means that a job of the same content ended or appeared within the same millisecond. */
    private static final int LOOKS = 20;

    private final JdbcClient jdbc;
    private final TimeOrderedIds ids;
    private final SpecCodec specs;
    private final SpecHash hashes;
    private final IdempotencyKeys keys;
    private final JobReader jobs;
    private final Relay relay;
    private final JobHerald herald;
    private final TransactionTemplate transaction;
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
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.specs = specs;
        this.hashes = hashes;
        this.keys = keys;
        this.jobs = jobs;
        this.relay = relay;
        this.herald = herald;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Acceptance<Job> accept(Submission submission, @Nullable IdempotencyKey key) {
        JobId id = new JobId(ids.next());
        Map<String, @Nullable Object> parameters = parameters(id, submission, key);
        for (int look = 0; look < LOOKS; look++) {
            Optional<Accepted> accepted = write(parameters, submission.reuse().isAllowed(), key != null);
            if (accepted.isPresent()) {
                return new Acceptance.Accepted<>(proclaim(id, submission, accepted.get()));
            }
            if (key != null) {
                Optional<Acceptance<Job>> before = repeated(submission, key);
                if (before.isPresent()) {
                    return before.get();
                }
            }
        }
        parameters.put("hash", null);
        return new Acceptance.Accepted<>(proclaim(
                id,
                submission,
                write(parameters, false, key != null)
                        .orElseThrow(() -> new IllegalStateException("job " + id + " could not be written"))));
    }

    private Map<String, @Nullable Object> parameters(JobId id, Submission submission, @Nullable IdempotencyKey key) {
        SpecCodec.Stored stored = specs.write(submission.spec());
        Reuse reuse = submission.reuse();
        URI webhook = submission.webhookUrl();
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("id", id.value());
        parameters.put("event", ids.next());
        parameters.put("tenant", submission.tenant().value());
        parameters.put("lane", submission.lane().name());
        parameters.put("metadata", json.writeValueAsString(submission.metadata()));
        parameters.put("webhook", webhook == null ? null : webhook.toString());
        parameters.put("spec", stored.spec());
        parameters.put("markup", stored.markup());
        parameters.put("variables", specs.write(submission.variables()));
        parameters.put("hash", reuse.isAllowed() ? hashes.of(submission) : null);
        parameters.put("window", reuse.window().toMillis());
        if (key != null) {
            parameters.put("key", key.value());
            parameters.put("fingerprint", keys.fingerprint(key));
        }
        return parameters;
    }

    /**
     * Without a key nothing is written where no row comes back. With one, the key may have been: then it is taken back,
     * which needs a transaction around the statement.
     */
    private Optional<Accepted> write(Map<String, @Nullable Object> parameters, boolean shared, boolean keyed) {
        JdbcClient.StatementSpec statement =
                jdbc.sql(AcceptStatement.of(shared, keyed)).params(parameters);
        if (!keyed) {
            return statement.query(Accepted::read).optional();
        }
        return transaction.execute(status -> {
            Optional<Accepted> accepted = statement.query(Accepted::read).optional();
            if (accepted.isEmpty()) {
                status.setRollbackOnly();
            }
            return accepted;
        });
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
    private Job proclaim(JobId id, Submission submission, Accepted accepted) {
        if (accepted.ring() != null) {
            relay.publish(accepted.ring());
        }
        boolean warm = accepted.outcome().state().isTerminal();
        if (warm) {
            herald.changed(id);
        }
        return new Job(
                id,
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
