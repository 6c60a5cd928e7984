package io.renderyard.db.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.db.TestLedger;
import io.renderyard.db.TestPostgres;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactKey;
import io.renderyard.kernel.retention.ArtifactCollection;
import io.renderyard.kernel.retention.Retention;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a step costs in a ledger of 200,000 jobs: it reads rows by the hundred, and no table from end to end. */
class RetentionCostIT {
    private static final int JOBS = 200_000;
    private static final Duration AGE = Duration.ofMinutes(JOBS - 1_200);

    private final TestPostgres.Database database = TestPostgres.fresh();
    private final TestLedger ledger = TestLedger.on(database);
    private final Retention retention = ledger.part(Retention.class);
    private final ArtifactCollection collection = ledger.part(ArtifactCollection.class);
    private final TransactionTemplate transaction =
            new TransactionTemplate(ledger.part(PlatformTransactionManager.class));

    @AfterEach
    void close() {
        ledger.close();
    }

    /** One job each minute, the last ones beyond the age, with all that belongs to it. */
    private void fill() {
        List<String> statements = List.of(
                """
                create temporary table old on commit drop as
                select number, gen_random_uuid() as id, now() - number * interval '1 minute' as at,
                       (select id from tenant) as tenant
                from generate_series(1, %d) as number""".formatted(JOBS),
                """
                with picture as (
                    insert into artifact (id, tenant_id, job_id, attempt, storage_key, content_type, size, width, height,
                                          sha256, receipt, created_at, kept_since)
                    select md5(number::text), tenant, id, 1, 'aa/bb/' || id || '-1.png', 'image/png', 1, 1, 1, '', '{}',
                           at, at
                    from old)
                insert into job (id, tenant_id, lane, state, metadata, attempt, spent, created_at, finished_at, artifact_id)
                select id, tenant, 'INTERACTIVE', 'SUCCEEDED', '{}', 1, 1, at, at, md5(number::text) from old""",
                "insert into job_spec (job_id, spec) select id, '{}' from old",
                """
                insert into attempt (job_id, number, worker, started_at, ended_at, outcome)
                select id, 1, 'a worker', at, at, 'SUCCEEDED' from old""",
                """
                insert into event (id, tenant_id, number, job_id, type, occurred_at, fanned_out_at)
                select id, tenant, %d - number, id, 'JOB_SUCCEEDED', at, at from old""".formatted(JOBS),
                """
                insert into delivery (id, event_id, url, body, state, due_at, finished_at)
                select id, id, 'https://receiver.example/', '{}', 'DELIVERED', at, at from old""",
                """
                insert into idempotency (tenant_id, key, fingerprint, subject, created_at)
                select tenant, number, '', id, case when number > %d then at else now() end from old""".formatted(JOBS - 1_200),
                """
                insert into painting (job_id, tenant_id, model, credits, reserved_at, charged_at)
                select id, tenant, 'a-model', 2, at,
                       case when number <= 1_200 then null
                            when number > %d then at - interval '13 months' else at end
                from old""".formatted(JOBS - 1_200));
        // Not by the ledger's own connections, which give up a statement that takes as long as these.
        DriverManagerDataSource patient = database.dataSource();
        JdbcClient jdbc = JdbcClient.create(patient);
        new TransactionTemplate(new DataSourceTransactionManager(patient))
                .executeWithoutResult(status ->
                        statements.forEach(statement -> jdbc.sql(statement).update()));
        jdbc.sql("vacuum analyze").update();
    }

    @Test
    void noStepReadsATableFromEndToEnd() {
        var unused = ledger.tenant();
        fill();

        steps("expire artifacts", () -> retention.expireArtifacts(AGE));
        ledger.jdbc()
                .sql("update artifact set expired_at = expired_at - interval '2 minutes' where expired_at is not null")
                .update();
        steps("bytes to be deleted, noted", this::deleteBytes);
        steps("delete events", () -> retention.deleteEvents(AGE));
        steps("delete jobs", () -> retention.deleteJobs(AGE));
        steps("delete artifacts", retention::deleteArtifacts);
        steps("delete batches", () -> retention.deleteBatches(AGE));
        steps("delete keys", retention::deleteKeys);
        steps("delete paintings", retention::deletePaintings);
        List<ArtifactKey> keys = collection.page(null, Retention.STEP).stream()
                .map(Artifact::key)
                .toList();
        step("who owns 500 keys", () -> collection.owned(keys).size());
        step("a page of artifacts", () -> collection.page(null, Retention.STEP).size());

        // Another one grows old each minute.
        assertThat(ledger.count("job")).isBetween(JOBS - 1_260L, JOBS - 1_200L);
        assertThat(ledger.count("artifact")).isEqualTo(ledger.count("job"));
    }

    private int deleteBytes() {
        List<Artifact> expired = collection.findExpired(Retention.STEP);
        collection.deleted(expired.stream().map(Artifact::id).toList());
        return expired.size();
    }

    private void steps(String name, IntSupplier step) {
        while (step(name, step) > 0) {
            assertThat(ledger.count("job")).isPositive();
        }
    }

    private int step(String name, IntSupplier step) {
        Integer rows = transaction.execute(status -> {
            // What this connection did shortly before may still be counted.
            long scannedBefore = read("seq_tup_read");
            long fetchedBefore = read("idx_tup_fetch");
            long before = System.nanoTime();
            int touched = step.getAsInt();
            long millis = Duration.ofNanos(System.nanoTime() - before).toMillis();
            long scanned = read("seq_tup_read") - scannedBefore;
            long fetched = read("idx_tup_fetch") - fetchedBefore;
            System.out.printf(
                    "retention among %,d jobs: %s: %d rows in %d ms; read %d by scans, %d by index%n",
                    JOBS, name, touched, millis, scanned, fetched);
            assertThat(touched).as(name).isLessThanOrEqualTo(Retention.STEP);
            assertThat(scanned)
                    .as("%s: rows read by scans of whole tables", name)
                    .isLessThan(100);
            assertThat(fetched).as("%s: rows read by index", name).isLessThan(20_000);
            return touched;
        });
        return rows == null ? 0 : rows;
    }

    /** A table of a single row is always read from end to end. */
    private long read(String counter) {
        return ledger.one(
                Long.class,
                "select coalesce(sum(" + counter
                        + "), 0)::bigint from pg_stat_xact_user_tables where relname <> 'tenant'");
    }
}
