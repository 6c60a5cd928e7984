package io.renderyard.conformance.fault.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.conformance.fault.farm.PortClient;
import io.renderyard.conformance.fault.farm.Ports;
import io.renderyard.conformance.fault.farm.Receiver.Received;
import io.renderyard.conformance.fault.farm.TestDatabase;
import io.renderyard.db.embedded.EmbeddedPostgres;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.event.DeliveryAnswer;
import io.renderyard.kernel.event.DeliveryAttempt;
import io.renderyard.kernel.event.DeliveryLedger;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.JobCanceller;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.Webhook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** A checker that has never failed proves nothing: each rule is broken, and the audit must name it and no other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedFaultIT {
    private static final byte[] BYTES = "a picture".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path folder;

    private EmbeddedPostgres server;
    private TestDatabase sound;
    private final List<UUID> answered = new ArrayList<>();
    private final List<Received> received = new ArrayList<>();

    /** A ledger with one job of each end, made by the ports themselves. */
    @BeforeAll
    void layDownASoundLedger() throws IOException {
        server = EmbeddedPostgres.start(Files.createDirectories(folder.resolve("postgres")));
        sound = TestDatabase.migrated(server);
        try (Ports ports = Ports.on(sound, Files.createDirectories(folder.resolve("secrets")), 3)) {
            PortClient client = new PortClient(ports);
            AttemptLedger attempts = ports.part(AttemptLedger.class);
            JobId _ = accept(client);
            Attempt drawn = client.claim();
            Artifact artifact = client.artifact(drawn, BYTES);
            write(artifacts().resolve(artifact.key().path()));
            assertThat(attempts.succeed(drawn, artifact, PortClient.RECEIPT)).isTrue();
            JobId _ = accept(client);
            assertThat(attempts.fail(client.claim(), new Failure(FailureCode.EGRESS_REFUSED, "no")))
                    .isTrue();
            JobId unwanted = accept(client);
            assertThat(ports.part(JobCanceller.class).cancel(client.tenant(), unwanted, "no"))
                    .isPresent();
            deliver(ports);
            numberEvents(ports);
            finishABatch(ports);
            ports.part(JdbcClient.class).sql("delete from outbox").update();
        }
    }

    /** As the dispatcher does. */
    private static void numberEvents(Ports ports) {
        ports.part(JdbcClient.class).sql("""
                        with numbered as (select id, row_number() over (order by id) as place from event)
                        update event set number = place from numbered where numbered.id = event.id""").update();
    }

    /** One of one item, which is the job that was drawn. */
    private static void finishABatch(Ports ports) {
        ports.part(JdbcClient.class).sql("""
                        with finished as (
                            insert into batch (id, tenant_id, lane, priority, concurrency, items, metadata, reuse_millis, created_at,
                                               started_at, finished_at, succeeded, failed, cancelled)
                            select gen_random_uuid(), tenant_id, 'BATCH', 1, 1, 1, '{}', 0, now(), now(), now(), 1, 0, 0
                            from job where state = 'SUCCEEDED'
                            returning id)
                        update job set batch_id = finished.id, batch_row = 1 from finished where state = 'SUCCEEDED'""").update();
    }

    private JobId accept(PortClient client) {
        JobId job = client.accept(PortClient.HOOK).id();
        answered.add(job.value());
        return job;
    }

    private static void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, BYTES);
    }

    private void deliver(Ports ports) {
        DeliveryLedger deliveries = ports.part(DeliveryLedger.class);
        deliveries.findForgotten(Duration.ofSeconds(-1), 10).stream()
                .flatMap(event -> deliveries.findUndelivered(event).stream())
                .forEach(undelivered -> deliveries.fanOut(
                        undelivered.event().id(),
                        List.of(new DeliveryLedger.ToWebhook(new Webhook(PortClient.HOOK), "{}"))));
        for (DeliveryAttempt attempt : deliveries.claimDue(Duration.ofSeconds(60), 10)) {
            received.add(new Received(attempt.event().toString(), "ab".repeat(32)));
            deliveries.delivered(attempt, new DeliveryAnswer(OptionalInt.of(200), "", Duration.ZERO));
        }
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Path artifacts() {
        return folder.resolve("artifacts");
    }

    private static Set<Integer> broken(LedgerAudit audit) {
        return audit.breaches().stream().map(breach -> breach.rule().number()).collect(Collectors.toSet());
    }

    @Test
    void aSoundLedgerPasses() {
        assertThat(received).hasSize(3);

        assertThat(LedgerAudit.of(sound.dataSource(), artifacts(), answered, received)
                        .breaches())
                .isEmpty();
    }

    @Test
    void aJobWhosePictureWasThereAlreadyIsSound() {
        TestDatabase more = sound.copy("warm_hit");
        more.jdbc().sql("""
                        with born as (
                            insert into job (id, tenant_id, lane, state, metadata, created_at, finished_at, artifact_id)
                            select gen_random_uuid(), tenant_id, lane, state, metadata, now(), now(), artifact_id
                            from job where state = 'SUCCEEDED'
                            returning id, tenant_id)
                        insert into event (id, tenant_id, number, job_id, type, occurred_at, fanned_out_at)
                        select gen_random_uuid(), tenant_id, (select max(number) + 1 from event), id, 'JOB_SUCCEEDED', now(), now()
                        from born""").update();

        assertThat(LedgerAudit.of(more.dataSource(), artifacts(), answered, received)
                        .breaches())
                .isEmpty();
    }

    @Test
    void aJobThatWasCleanedIsSound() {
        TestDatabase cleaned = sound.copy("cleaned");
        cleaned.jdbc()
                .sql(
                        "update job set cleaned_at = now(), metadata = '{}', webhook_url = null where finished_at is not null")
                .update();
        cleaned.jdbc().sql("delete from job_spec").update();

        assertThat(LedgerAudit.of(cleaned.dataSource(), artifacts(), answered, received)
                        .breaches())
                .isEmpty();
    }

    @Test
    void whatWasPaintedIsSoundWhenItWasCharged() {
        TestDatabase painted = sound.copy("painted");
        painted.jdbc()
                .sql("update artifact set backend = 'a-provider', credits = 2")
                .update();
        painted.jdbc().sql("""
                        insert into painting (job_id, tenant_id, model, credits, reserved_at, charged_at)
                        select id, tenant_id, 'a-model', 2, now(), case when state = 'SUCCEEDED' then now() end
                        from job""").update();

        assertThat(LedgerAudit.of(painted.dataSource(), artifacts(), answered, received)
                        .breaches())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPlantedInTheDatabaseIsNamed(PlantedRow planted) {
        TestDatabase broken = sound.copy("rows_" + planted.name().toLowerCase(Locale.ROOT));
        planted.statements().forEach(statement -> broken.jdbc().sql(statement).update());

        assertThat(broken(LedgerAudit.of(broken.dataSource(), artifacts(), answered, null)))
                .containsExactly(planted.rule());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPlantedInTheFolderIsNamed(PlantedFile planted) throws IOException {
        Path damaged = folder.resolve(planted.name());
        FileSystemUtils.copyRecursively(artifacts(), damaged);
        planted.plantIn(damaged);

        assertThat(broken(LedgerAudit.of(sound.dataSource(), damaged, answered, received)))
                .containsExactly(8);
    }

    @Test
    void anAnswerWithoutAJobIsNamed() {
        List<UUID> more = new ArrayList<>(answered);
        more.add(UUID.randomUUID());

        assertThat(broken(LedgerAudit.of(sound.dataSource(), artifacts(), more, received)))
                .containsExactly(1);
    }

    @Test
    void aDeliveryThatNobodyReceivedIsNamed() {
        List<Received> fewer = received.subList(1, received.size());

        assertThat(broken(LedgerAudit.of(sound.dataSource(), artifacts(), answered, fewer)))
                .containsExactly(5);
    }

    @Test
    void aWebhookThatWasNeverSentIsNamed() {
        List<Received> more = new ArrayList<>(received);
        more.add(new Received(UUID.randomUUID().toString(), "cd".repeat(32)));

        assertThat(broken(LedgerAudit.of(sound.dataSource(), artifacts(), answered, more)))
                .containsExactly(5);
    }

    @Test
    void twoBodiesWithOneIdAreNamed() {
        List<Received> more = new ArrayList<>(received);
        more.add(new Received(received.getFirst().id(), "cd".repeat(32)));

        assertThat(broken(LedgerAudit.of(sound.dataSource(), artifacts(), answered, more)))
                .containsExactly(6);
    }

    @Test
    void theSameBodyTwiceIsFine() {
        List<Received> more = new ArrayList<>(received);
        more.add(received.getFirst());

        assertThat(broken(LedgerAudit.of(sound.dataSource(), artifacts(), answered, more)))
                .isEmpty();
    }
}
