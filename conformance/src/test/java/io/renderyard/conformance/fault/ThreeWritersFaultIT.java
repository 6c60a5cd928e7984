package io.renderyard.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.conformance.fault.audit.LedgerAudit;
import io.renderyard.conformance.fault.farm.PortClient;
import io.renderyard.conformance.fault.farm.Ports;
import io.renderyard.conformance.fault.farm.TestDatabase;
import io.renderyard.db.embedded.EmbeddedPostgres;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.JobCanceller;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobSweeper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Row 25: the worker that is done, the sweeper whose time is over and the owner who calls it off, all at once. */
@SideBySide
class ThreeWritersFaultIT {
    private static final byte[] BYTES = "a picture".getBytes(StandardCharsets.UTF_8);
    private static final int PATIENCE_SECONDS = 30;

    @TempDir
    Path folder;

    @Test
    void oneOfThreeWinsAndThereIsOneEvent() {
        Row.bare(25, row -> {
            try (EmbeddedPostgres server = EmbeddedPostgres.start(folder.resolve("postgres"))) {
                TestDatabase database = TestDatabase.migrated(server);
                // With one attempt a lost lease is an end, and not another try.
                try (Ports ports = Ports.on(database, Files.createDirectories(folder.resolve("secrets")), 1);
                        ExecutorService writers = Executors.newFixedThreadPool(3)) {
                    race(ports, writers, row);
                    LedgerAudit.of(database.dataSource(), artifacts(), List.of(), null)
                            .check();
                }
            }
        });
    }

    private Path artifacts() {
        return folder.resolve("artifacts");
    }

    private void race(Ports ports, ExecutorService writers, Row row) throws Exception {
        PortClient client = new PortClient(ports);
        AttemptLedger worker = ports.part(AttemptLedger.class);
        JobSweeper sweeper = ports.part(JobSweeper.class);
        JobCanceller owner = ports.part(JobCanceller.class);
        int rounds = Row.size(10_000);
        for (int round = 0; round < rounds; round++) {
            JobId job = client.accept(null).id();
            Attempt attempt = client.claim();
            assertThat(attempt.job()).isEqualTo(job);
            Artifact artifact = client.artifact(attempt, BYTES);
            expireLease(ports, job);
            List<Boolean> done = atOnce(
                    writers,
                    () -> worker.succeed(attempt, artifact, PortClient.RECEIPT),
                    () -> sweeper.reclaimLostLeases() > 0,
                    () -> owner.cancel(client.tenant(), job, "no longer wanted").isPresent());
            assertThat(state(ports, job).equals("SUCCEEDED")).isEqualTo(done.getFirst());
            if (done.getFirst()) {
                write(artifact);
            }
        }
        judge(ports, rounds, row);
    }

    /** What each of them answered, in their order. */
    @SafeVarargs
    private static List<Boolean> atOnce(ExecutorService writers, Callable<Boolean>... steps) throws Exception {
        CyclicBarrier line = new CyclicBarrier(steps.length);
        List<Callable<Boolean>> waiting = Arrays.stream(steps)
                .<Callable<Boolean>>map(step -> () -> {
                    int _ = line.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    return step.call();
                })
                .toList();
        List<Boolean> answers = new ArrayList<>();
        for (Future<Boolean> answer : writers.invokeAll(waiting)) {
            answers.add(answer.get());
        }
        return answers;
    }

    private void write(Artifact artifact) throws IOException {
        Path file = artifacts().resolve(artifact.key().path());
        Files.createDirectories(file.getParent());
        Files.write(file, BYTES);
    }

    private static void expireLease(Ports ports, JobId job) {
        ports.part(JdbcClient.class)
                .sql("update job set lease_until = now() - interval '1 second' where id = :job")
                .param("job", job.value())
                .update();
    }

    private static String state(Ports ports, JobId job) {
        return ports.part(JdbcClient.class)
                .sql("select state from job where id = :job")
                .param("job", job.value())
                .query(String.class)
                .single();
    }

    private static void judge(Ports ports, int rounds, Row row) {
        JdbcClient jdbc = ports.part(JdbcClient.class);
        Map<String, Long> states = jdbc
                .sql("select state, count(*) as jobs from job group by state")
                .query((line, _) -> Map.entry(line.getString("state"), line.getLong("jobs")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(states.keySet())
                .as("who won, in %d rounds", rounds)
                .containsExactlyInAnyOrder("SUCCEEDED", "FAILED", "CANCELLED");
        assertThat(states.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(rounds);
        row.tried(rounds);
        row.note(states.toString());
    }
}
