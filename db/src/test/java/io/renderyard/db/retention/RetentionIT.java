package io.renderyard.db.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.db.Race;
import io.renderyard.db.TestLedger;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.artifact.ArtifactKey;
import io.renderyard.kernel.artifact.ArtifactReader;
import io.renderyard.kernel.batch.BatchLedger;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobCanceller;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.job.JobSweeper;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.retention.ArtifactCollection;
import io.renderyard.kernel.retention.Retention;
import io.renderyard.kernel.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class RetentionIT {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration DAY = Duration.ofDays(1);
    private static final RenderSpec CARD = TestLedger.spec(new Source.Html("<h1>card"));

    private final TestLedger ledger = TestLedger.shared();
    private final TenantId tenant = ledger.tenant();
    private final AttemptLedger attempts = ledger.part(AttemptLedger.class);
    private final Retention retention = ledger.part(Retention.class);
    private final ArtifactCollection collection = ledger.part(ArtifactCollection.class);

    @Test
    void anOldArtifactExpiresAndAYoungOneDoesNot() {
        Job old = accepted();
        Artifact gone = ledger.drawn(old);
        Artifact kept = ledger.drawn(accepted());
        ledger.jdbc()
                .sql("update artifact set kept_since = now() - interval '31 days' where id = ?")
                .param(gone.id().value())
                .update();

        assertThat(retention.expireArtifacts(MONTH)).isOne();
        assertThat(retention.expireArtifacts(MONTH)).isZero();

        assertThat(found(gone).isExpired()).isTrue();
        assertThat(found(kept).isExpired()).isFalse();
        assertThat(ledger.job(old.id()).outcome())
                .as("the job still tells of it, and since when it is gone")
                .isInstanceOfSatisfying(
                        Job.Succeeded.class,
                        succeeded -> assertThat(succeeded.artifact()).isEqualTo(found(gone)));
    }

    /** Its leader ended long ago, but nobody has told it yet. */
    @Test
    void anArtifactThatAFollowerWaitsForIsKept() {
        Job leader = shared();
        Job follower = shared();
        ledger.jdbc().sql("update job set followed = false").update();
        Artifact artifact = ledger.drawn(leader);
        age("31 days");

        assertThat(retention.expireArtifacts(MONTH)).isZero();
        ledger.jdbc().sql("delete from event").update();
        assertThat(retention.deleteJobs(DAY)).isZero();
        ledger.part(JobSweeper.class).settleFollowers();
        assertThat(ledger.job(follower.id()).outcome()).isEqualTo(new Job.Succeeded(artifact));

        assertThat(retention.expireArtifacts(MONTH)).isOne();
    }

    @Test
    void bytesAreDeletedAMomentAfterTheirArtifactExpired() {
        Artifact artifact = ledger.drawn(accepted());
        age("31 days");
        assertThat(collection.findExpired(9)).as("it is kept").isEmpty();
        retention.expireArtifacts(MONTH);
        assertThat(collection.findExpired(9))
                .as("somebody may just have looked it up")
                .isEmpty();
        longExpired();

        assertThat(collection.findExpired(9)).extracting(Artifact::id).containsExactly(artifact.id());
        assertThat(collection.owned(List.of(artifact.key()))).containsExactly(artifact.key());
        collection.deleted(List.of(artifact.id()));

        assertThat(collection.findExpired(9)).isEmpty();
        assertThat(collection.owned(List.of(artifact.key())))
                .as("what comes back is nobody's")
                .isEmpty();
        assertThat(retention.deleteArtifacts()).as("its job still tells of it").isZero();
    }

    @Test
    void nothingIsNotedOfAnArtifactThatIsKept() {
        Artifact artifact = ledger.drawn(accepted());

        collection.deleted(List.of(artifact.id()));

        assertThat(ledger.count("artifact where deleted_at is null")).isOne();
    }

    @Test
    void anOldJobGoesWithAllThatBelongsToIt() {
        Job job = accepted();
        Artifact artifact = ledger.drawn(job);
        deliver();
        age("2 days");

        assertThat(deleteAll(DAY)).isOne();

        for (String table : List.of("job", "job_spec", "attempt", "event", "delivery", "delivery_attempt")) {
            assertThat(ledger.count(table)).as(table).isZero();
        }
        assertThat(found(artifact).isExpired())
                .as("nobody points to it any more")
                .isTrue();
        longExpired();
        collection.deleted(List.of(artifact.id()));
        assertThat(retention.deleteArtifacts()).isOne();
        assertThat(ledger.count("artifact")).isZero();
    }

    @Test
    void anArtifactLivesAsLongAsOneOfItsJobs() {
        Job drawer = shared();
        Artifact artifact = ledger.drawn(drawer);
        deliver();
        age("2 days");
        Job warm = shared();
        assertThat(warm.outcome()).isEqualTo(new Job.Succeeded(artifact));
        ledger.jdbc()
                .sql("update artifact set kept_since = now() - interval '2 days'")
                .update();

        assertThat(deleteAll(DAY)).isOne();

        assertThat(ledger.count("job where id = ?", drawer.id().value())).isZero();
        assertThat(found(artifact).isExpired()).isFalse();
        assertThat(ledger.job(warm.id()).outcome()).isEqualTo(new Job.Succeeded(artifact));
    }

    @Test
    void whatIsNotFinishedIsNeverDeleted() {
        Job queued = accepted();
        Attempt running = ledger.running();
        Job failed = accepted();
        assertThat(attempts.fail(
                        ledger.claimed(failed.id()), new Failure(FailureCode.SELECTOR_NOT_FOUND, "nothing matched")))
                .isTrue();
        Job cancelled = accepted();
        ledger.part(JobCanceller.class).cancel(tenant, cancelled.id(), "no longer wanted");
        deliver();
        ledger.jdbc()
                .sql("update job set created_at = now() - interval '9 days'")
                .update();
        age("9 days");

        assertThat(deleteAll(DAY)).isEqualTo(2);

        assertThat(ledger.job(queued.id()).state()).isEqualTo(JobState.QUEUED);
        assertThat(ledger.job(running.job()).state()).isEqualTo(JobState.RUNNING);
    }

    @Test
    void aJobStaysAsLongAsItsEventIsToldOf() {
        ledger.drawn(accepted());
        deliver();
        age("2 days");
        ledger.jdbc()
                .sql("update delivery set state = 'PENDING', finished_at = null")
                .update();

        assertThat(deleteAll(DAY)).isZero();

        assertThat(ledger.count("job")).isOne();
        assertThat(ledger.count("delivery")).isOne();
    }

    @Test
    void eventsGoFromTheBeginningAndLeaveNoHole() {
        for (int number = 0; number < 7; number++) {
            ledger.drawn(accepted());
        }
        deliver();
        age("2 days");
        ledger.jdbc()
                .sql("update event set occurred_at = now() where number = 5")
                .update();

        assertThat(retention.deleteEvents(DAY)).isEqualTo(4);
        assertThat(retention.deleteEvents(DAY)).isZero();

        assertThat(numbers()).containsExactly(5L, 6L, 7L);
    }

    @Test
    void eachTenantsEventsGoByTheirOwnNumbers() {
        TenantId other = ledger.tenant();
        for (TenantId owner : List.of(tenant, other, other)) {
            ledger.drawn(ledger.accepted(TestLedger.submission(owner)));
        }
        deliver();
        age("2 days");
        ledger.jdbc()
                .sql("update event set occurred_at = now() where tenant_id = ? and number = 2")
                .param(other.value())
                .update();

        assertThat(retention.deleteEvents(DAY)).isEqualTo(2);

        assertThat(numbers()).containsExactly(2L);
    }

    @Test
    void anEventWithoutANumberIsNotDeleted() {
        ledger.drawn(accepted());
        ledger.jdbc()
                .sql("update event set fanned_out_at = now(), occurred_at = now() - interval '2 days'")
                .update();

        assertThat(retention.deleteEvents(DAY)).isZero();
    }

    @Test
    void anOldBatchGoesWithItsItemsAndOneThatIsNotFinishedStays() {
        UUID done = batch();
        UUID open = batch();
        List<Artifact> pictures = new ArrayList<>();
        for (int row = 1; row <= 3; row++) {
            pictures.add(item(done, row));
            pictures.add(item(open, row));
        }
        deliver();
        age("2 days");
        ledger.jdbc().sql("""
                        update batch set finished_at = now() - interval '2 days', succeeded = 3, failed = 0, cancelled = 0
                        where id = ?""").param(done).update();
        while (retention.deleteEvents(DAY) > 0) {
            assertThat(ledger.count("job")).isEqualTo(6);
        }
        assertThat(retention.deleteJobs(DAY)).as("items age with their batch").isZero();

        assertThat(retention.deleteBatches(DAY)).isEqualTo(3);
        assertThat(ledger.count("batch where leaving")).isOne();
        assertThat(retention.deleteBatches(DAY)).as("the batch itself").isOne();
        assertThat(retention.deleteBatches(DAY)).isZero();

        assertThat(ledger.count("job where batch_id = ?", open)).isEqualTo(3);
        assertThat(ledger.count("batch where id = ?", done)).isZero();
        assertThat(pictures.stream().filter(picture -> found(picture).isExpired()))
                .hasSize(3);
    }

    @Test
    void aBatchThatIsLeavingIsNotOpenedAgain() {
        UUID batch = batch();
        Job failed = accepted();
        assertThat(attempts.fail(
                        ledger.claimed(failed.id()), new Failure(FailureCode.SELECTOR_NOT_FOUND, "nothing matched")))
                .isTrue();
        ledger.jdbc()
                .sql("update job set batch_id = ?, batch_row = 1 where id = ?")
                .params(batch, failed.id().value())
                .update();
        ledger.jdbc()
                .sql("update batch set leaving = true, finished_at = now(), succeeded = 0, failed = 3, cancelled = 0")
                .update();

        assertThat(ledger.part(BatchLedger.class).retry(tenant, new BatchId(batch), null))
                .isPresent();

        assertThat(ledger.count("batch where finished_at is null")).isZero();
        assertThat(ledger.count("job")).isOne();
    }

    @Test
    void onlyKeysThatAreNoLongerValidAreDeleted() {
        ledger.jdbc()
                .sql("""
                        insert into idempotency (tenant_id, key, fingerprint, subject, created_at)
                        values (:tenant, 'old', '', :job, now() - interval '25 hours'),
                               (:tenant, 'young', '', :job, now() - interval '23 hours')""")
                .param("tenant", tenant.value())
                .param("job", UUID.randomUUID())
                .update();

        assertThat(retention.deleteKeys()).isOne();

        assertThat(ledger.one(String.class, "select key from idempotency")).isEqualTo("young");
    }

    @Test
    void bytesBelongToTheirArtifactOrToTheAttemptUnderWay() {
        Artifact kept = ledger.drawn(accepted());
        Attempt running = ledger.running();
        Attempt lost = new Attempt(running.job(), running.number() + 1);
        Attempt unknown = new Attempt(new JobId(UUID.randomUUID()), 1);
        ArtifactKey foreign = new ArtifactKey("pictures/of-somebody-else.png");

        assertThat(collection.owned(List.of(
                        kept.key(),
                        running.artifactKey("png"),
                        lost.artifactKey("png"),
                        unknown.artifactKey("gif"),
                        foreign)))
                .containsExactlyInAnyOrder(kept.key(), running.artifactKey("png"), foreign);

        assertThat(attempts.release(running)).isTrue();
        assertThat(collection.owned(List.of(running.artifactKey("png")))).isEmpty();
        assertThat(collection.owned(List.of())).isEmpty();
    }

    @Test
    void chargesAreKeptThirteenMonths() {
        painting(UUID.randomUUID(), "now() - interval '13 months 1 second'");
        painting(UUID.randomUUID(), "now() - interval '13 months' + interval '1 hour'");

        assertThat(retention.deletePaintings()).isOne();
        assertThat(retention.deletePaintings()).isZero();
    }

    @Test
    void creditsThatWereReservedAndNotChargedGoWhenTheirJobHasEnded() {
        Job waiting = accepted();
        Attempt running = ledger.claimed(accepted().id());
        Attempt failed = ledger.claimed(accepted().id());
        for (JobId job : List.of(waiting.id(), running.job(), failed.job(), new JobId(UUID.randomUUID()))) {
            painting(job.value(), "null");
        }
        assertThat(attempts.fail(failed, new Failure(FailureCode.PROMPT_REFUSED, "no")))
                .isTrue();

        assertThat(retention.deletePaintings())
                .as("of the failed one and of nobody")
                .isEqualTo(2);
        assertThat(retention.deletePaintings()).isZero();
        assertThat(ledger.jdbc()
                        .sql("select job_id from painting")
                        .query(UUID.class)
                        .list())
                .containsExactlyInAnyOrder(waiting.id().value(), running.job().value());
    }

    private void painting(UUID job, String chargedAt) {
        ledger.jdbc()
                .sql("insert into painting (job_id, tenant_id, model, credits, reserved_at, charged_at)"
                        + " values (?, ?, 'a-model', 2, now() - interval '14 months', " + chargedAt + ")")
                .params(job, tenant.value())
                .update();
    }

    @Test
    void artifactsThatMustHaveBytesArePaged() {
        Set<ArtifactId> all = Set.of(
                ledger.drawn(accepted()).id(),
                ledger.drawn(accepted()).id(),
                ledger.drawn(accepted()).id());

        List<Artifact> first = collection.page(null, 2);
        List<Artifact> second = collection.page(first.getLast().id(), 2);
        List<Artifact> both = new ArrayList<>(first);
        both.addAll(second);

        assertThat(first).hasSize(2);
        assertThat(both).extracting(Artifact::id).containsExactlyInAnyOrderElementsOf(all);
        ledger.jdbc().sql("update artifact set expired_at = now()").update();
        assertThat(collection.page(null, 2)).isEmpty();
    }

    /** Whoever is given an old artifact at the moment at which it expires has it, or draws it anew. */
    @Test
    void noJobIsGivenAnArtifactThatExpires() throws Exception {
        int given = 0;
        int drawnAnew = 0;
        try (var race = new Race()) {
            for (int round = 0; round < 100; round++) {
                RenderSpec spec = TestLedger.spec(new Source.Html("<p>round " + round));
                Artifact artifact = ledger.drawn(shared(spec));
                age("31 days");
                List<Callable<Boolean>> steps = List.of(
                        () -> shared(spec).outcome() instanceof Job.Succeeded,
                        () -> retention.expireArtifacts(MONTH) > 0,
                        () -> retention.expireArtifacts(MONTH) > 0);

                boolean isGiven = race.run(steps).getFirst();

                assertThat(found(artifact).isExpired()).as("round %s", round).isEqualTo(!isGiven);
                given += isGiven ? 1 : 0;
                drawnAnew += isGiven ? 0 : 1;
                ledger.jdbc().sql("truncate job, artifact cascade").update();
            }
        }
        System.out.printf("expiry against warm hits: %d given, %d drawn anew%n", given, drawnAnew);
    }

    /** Whoever is given an artifact at the moment at which its last job is deleted keeps it alive. */
    @Test
    void noJobIsGivenAnArtifactThatLosesItsLastJob() throws Exception {
        try (var race = new Race()) {
            for (int round = 0; round < 100; round++) {
                RenderSpec spec = TestLedger.spec(new Source.Html("<p>round " + round));
                Artifact artifact = ledger.drawn(shared(spec));
                deliver();
                age("2 days");
                assertThat(retention.deleteEvents(DAY)).isOne();
                List<Callable<Boolean>> steps = List.of(
                        () -> shared(spec).outcome() instanceof Job.Succeeded,
                        () -> retention.deleteJobs(DAY) > 0,
                        () -> retention.deleteJobs(DAY) > 0);

                List<Boolean> results = race.run(steps);

                assertThat(results.subList(1, 3)).as("deleted once").containsOnlyOnce(true);
                assertThat(found(artifact).isExpired()).as("round %s", round).isEqualTo(!results.getFirst());
                ledger.jdbc().sql("truncate job, artifact cascade").update();
            }
        }
    }

    /** Two jobs of one artifact, deleted by several at once: it is found to be unused. */
    @Test
    void whoeverDeletesTheLastJobExpiresTheArtifact() throws Exception {
        try (var race = new Race()) {
            for (int round = 0; round < 30; round++) {
                RenderSpec spec = TestLedger.spec(new Source.Html("<p>round " + round));
                Artifact artifact = ledger.drawn(shared(spec));
                Job warm = shared(spec);
                assertThat(warm.state()).isEqualTo(JobState.SUCCEEDED);
                deliver();
                age("2 days");
                retention.deleteEvents(DAY);

                List<Integer> deleted = race.run(4, () -> retention.deleteJobs(DAY));

                assertThat(deleted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2);
                assertThat(found(artifact).isExpired()).isTrue();
            }
        }
    }

    private Job accepted() {
        return ledger.accepted(TestLedger.submission(tenant));
    }

    private Job shared() {
        return shared(CARD);
    }

    private Job shared(RenderSpec spec) {
        return ledger.accepted(TestLedger.submission(tenant, spec, Variables.NONE, Reuse.UNLIMITED));
    }

    private Artifact found(Artifact artifact) {
        return ledger.part(ArtifactReader.class).find(artifact.id()).orElseThrow();
    }

    private UUID batch() {
        UUID id = UUID.randomUUID();
        ledger.jdbc().sql("""
                        insert into batch (id, tenant_id, lane, priority, concurrency, items, metadata, reuse_millis, created_at)
                        values (?, ?, 'BATCH', 1, 5, 3, '{}', 0, now())""").params(id, tenant.value()).update();
        return id;
    }

    private Artifact item(UUID batch, int row) {
        Job job = accepted();
        Artifact artifact = ledger.drawn(job);
        ledger.jdbc()
                .sql("update job set batch_id = ?, batch_row = ? where id = ?")
                .params(batch, row, job.id().value())
                .update();
        return artifact;
    }

    /** As if all events had been numbered and their deliveries taken. */
    private void deliver() {
        ledger.jdbc().sql("""
                        insert into delivery (id, event_id, url, body, state, due_at, finished_at)
                        select gen_random_uuid(), id, 'https://receiver.example/hook', '{}', 'DELIVERED', now(), now()
                        from event where fanned_out_at is null""").update();
        ledger.jdbc().sql("""
                        insert into delivery_attempt (delivery_id, number, status, note)
                        select id, 1, 200, 'taken' from delivery on conflict do nothing""").update();
        ledger.jdbc()
                .sql("update event set fanned_out_at = now() where fanned_out_at is null")
                .update();
        ledger.jdbc().sql("""
                        update event set number = placed.place
                        from (select id, row_number() over (partition by tenant_id order by occurred_at, id) as place
                              from event) as placed
                        where event.id = placed.id""").update();
    }

    /** As if all that is finished had been so that long ago. */
    private void age(String time) {
        ledger.jdbc()
                .sql("update artifact set kept_since = now() - cast(? as interval)")
                .param(time)
                .update();
        ledger.jdbc()
                .sql("update job set finished_at = now() - cast(? as interval) where finished_at is not null")
                .param(time)
                .update();
        ledger.jdbc()
                .sql("update event set occurred_at = now() - cast(? as interval)")
                .param(time)
                .update();
    }

    private void longExpired() {
        ledger.jdbc()
                .sql("update artifact set expired_at = now() - interval '2 minutes' where expired_at is not null")
                .update();
    }

    /** Jobs that went, with their events before them. */
    private int deleteAll(Duration age) {
        while (retention.deleteEvents(age) > 0) {
            assertThat(ledger.count("event")).isLessThan(Retention.STEP);
        }
        return retention.deleteJobs(age);
    }

    private List<Long> numbers() {
        return ledger.jdbc()
                .sql("select number from event order by number")
                .query(Long.class)
                .list();
    }
}
