package io.renderyard.conformance.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Separate processes on a real RabbitMQ and a real PostgreSQL, and what happens when they die. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FarmJourneyIT extends Journeys {
    private static final String BUSY_FOR_A_SECOND =
            "<script>const end = performance.now() + 1000; while (performance.now() < end);</script>";

    private Yard yard;

    @BeforeAll
    void start() {
        yard = Yard.farm(2);
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
    void aJobWhoseWorkerIsKilledInMidRenderFinishesElsewhereExactlyOnce() throws Exception {
        try (Receiver receiver = new Receiver()) {
            Client client = yard.client();
            // One per worker, so that whichever is killed dies in mid-render.
            List<String> jobs = Stream.of("one", "two")
                    .map(name -> client.submit(
                            """
                            {"source": {"html": "<h1>%s</h1>%s"}, "webhookUrl": "%s"}""".formatted(name, BUSY_FOR_A_SECOND.replace("1000", "3000"), receiver.url())))
                    .toList();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> jobs.stream().allMatch(job -> "running".equals(state(client, job))));
            ProcessHandle worker = yard.process("worker-1");
            List<ProcessHandle> browsers = worker.descendants().toList();
            long killed = System.nanoTime();
            yard.kill("worker-1");

            await().atMost(Duration.ofSeconds(5)).until(() -> browsers.stream().noneMatch(ProcessHandle::isAlive));
            List<JsonNode> ended = jobs.stream().map(job -> client.job(job, 40)).toList();
            Duration took = Duration.ofNanos(System.nanoTime() - killed);

            assertThat(ended).allMatch(job -> job.path("state").asString().equals("succeeded"));
            assertThat(ended.stream()
                            .mapToInt(job -> job.path("attempts").asInt())
                            .sum())
                    .isEqualTo(3);
            assertThat(took).isLessThan(Duration.ofSeconds(20 + 3));
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> receiver.deliveries().size() >= 2);
            assertThat(receiver.deliveries()).hasSize(2);
            yard.up();
        }
    }

    private static String state(Client client, String job) {
        return client.job(job, 0).path("state").asString();
    }

    @Test
    void aWipedBrokerLosesNoJob() {
        Client client = yard.client();
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            jobs.add(client.submit(Client.html("<h1>" + i + "</h1>" + BUSY_FOR_A_SECOND)));
        }
        yard.kill("rabbitmq");
        Yard.delete(yard.data().resolve("rabbitmq").resolve("data"));

        // While there is no broker the gateway still says yes.
        jobs.add(client.submit(Client.html("<h1>accepted without a broker</h1>")));
        yard.up();

        for (String job : jobs) {
            assertThat(client.job(job, 60).path("state").asString()).isEqualTo("succeeded");
        }
    }

    @Test
    void aWorkerThatIsAskedToStopGivesItsWorkAwayOrFinishesIt() {
        Client client = yard.client();
        List<String> jobs = Stream.generate(() -> client.submit(Client.html(BUSY_FOR_A_SECOND)))
                .limit(6)
                .toList();
        ProcessHandle worker = yard.process("worker-2");
        worker.destroy();

        await().atMost(Duration.ofSeconds(35)).until(() -> !worker.isAlive());
        for (String job : jobs) {
            JsonNode ended = client.job(job, 60);
            assertThat(ended.path("state").asString()).isEqualTo("succeeded");
            assertThat(ended.path("attempts").asInt()).isEqualTo(1);
        }
        yard.up();
    }
}
