package io.renderyard.conformance.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandaloneJourneyIT extends Journeys {
    private Yard yard;

    @BeforeAll
    void start() {
        yard = Yard.standalone();
    }

    @AfterAll
    void stop() {
        yard.close();
    }

    @Override
    Yard yard() {
        return yard;
    }

    @Test
    void fiftyWaitingJobsOutliveAKill() {
        Client client = yard.client();
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            jobs.add(client.submit(Client.html("<h1>" + i + "</h1><script>"
                    + "const end = performance.now() + 200; while (performance.now() < end);</script>")));
        }
        ProcessHandle process = yard.process("standalone");
        List<ProcessHandle> children = process.descendants().toList();
        yard.kill("standalone");

        // Neither browsers nor the database stay behind.
        await().atMost(Duration.ofSeconds(15)).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        yard.up();

        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> client.count(List.of("queued", "running")) == 0);
        for (String job : jobs) {
            assertThat(client.job(job, 30).path("state").asString()).isEqualTo("succeeded");
        }
    }
}
