package io.renderyard.conformance.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The smallest yard there is: one picture at a time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneSlotJourneyIT {
    private static final String TWENTY_SECONDS = """
            {
              "source": {"html": "<h1>0</h1><script>setInterval(() => document.querySelector('h1').textContent++, 100)</script>"},
              "output": {"format": "gif", "width": 100, "height": 60,
                         "gif": {"fps": 2, "duration": 20000, "motion": "recording"}}
            }""";

    private Yard yard;

    @BeforeAll
    void start() {
        yard = Yard.standaloneWithOneSlot();
    }

    @AfterAll
    void stop() {
        yard.close();
    }

    @Test
    void movingPicturesHoldUpNobody() {
        Client client = yard.client();
        List<String> moving =
                Stream.generate(() -> client.submit(TWENTY_SECONDS)).limit(3).toList();
        await().atMost(Duration.ofSeconds(15))
                .until(() -> !running(client, moving).isEmpty());
        List<String> running = running(client, moving);
        assertThat(running).hasSize(1);

        JsonNode still = Journeys.json(client.post(Client.html("<h1>still</h1>"), "Prefer", "wait=60"));

        assertThat(still.path("state").asString()).as(still.toString()).isEqualTo("succeeded");
        assertThat(running(client, moving)).isEqualTo(running);
        moving.stream().filter(job -> !running.contains(job)).forEach(job -> client.delete("/api/v1/jobs/" + job));
        assertThat(client.job(running.getFirst(), 50).path("state").asString()).isEqualTo("succeeded");
    }

    private static List<String> running(Client client, List<String> jobs) {
        return jobs.stream()
                .filter(job -> client.job(job, 0).path("state").asString().equals("running"))
                .toList();
    }
}
