package io.renderyard.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.conformance.fault.Chaos.Fault;
import io.renderyard.conformance.fault.farm.Answer;
import io.renderyard.conformance.fault.farm.FarmClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Row 26: a reader follows the events by their numbers while they are written, and while everybody who writes is killed. */
class EventPullFaultIT {
    private static final int CLIENTS = 64;
    private static final int PER_SECOND = 100;
    private static final int PAGE = 1_000;
    private static final Duration ONE_MOMENT = Duration.ofMillis(200);
    private static final Duration COMING_TO_REST = Duration.ofMinutes(4);
    private static final EnumSet<Fault> FAULTS =
            EnumSet.of(Fault.WORKER_KILLED, Fault.WORKER_STOPPED, Fault.GATEWAY_KILLED, Fault.DISPATCHER_KILLED);

    /** One event, as the reader was told. */
    private record Told(long number, UUID job) {}

    @Test
    void aReaderSeesEachEventOnceAndInOneOrder() {
        Row.run(26, (farm, row) -> {
            int events = Row.size(50_000);
            try (Gateways gateways = new Gateways(farm);
                    var others = Executors.newFixedThreadPool(2)) {
                Chaos chaos = new Chaos(farm, gateways, row.random(), FAULTS);
                FarmClient client = gateways.client();
                Future<Integer> faults = others.submit(() -> chaos.lasting(Duration.ofSeconds(events / PER_SECOND)));
                Future<List<Told>> reader = others.submit(() -> follow(client, events));

                List<UUID> jobs = Load.run(
                        PER_SECOND, events, CLIENTS, page -> () -> client.submitSurely("<p>" + page, "row-26-" + page));
                row.note("faults=" + faults.get());
                farm.ledger().awaitAllEnded(COMING_TO_REST);

                List<Told> told = reader.get();
                for (int i = 0; i < told.size(); i++) {
                    assertThat(told.get(i).number()).isEqualTo(i + 1);
                }
                assertThat(told).extracting(Told::job).containsExactlyInAnyOrderElementsOf(jobs);
                assertThat(read(client, 0, events)).as("read again").isEqualTo(told.subList(0, Math.min(PAGE, events)));
                row.tried(events);
            }
        });
    }

    /** Asks for what comes after the last one it saw, until it has seen all. */
    private static List<Told> follow(FarmClient client, int events) throws InterruptedException {
        List<Told> told = new ArrayList<>();
        Wait patience = Wait.of(Duration.ofSeconds(events / PER_SECOND).plus(COMING_TO_REST));
        while (told.size() < events && !patience.isOver()) {
            told.addAll(read(client, told.isEmpty() ? 0 : told.getLast().number(), PAGE));
        }
        return told;
    }

    /** Nothing, too, when nobody answers. */
    private static List<Told> read(FarmClient client, long after, int limit) throws InterruptedException {
        Optional<Answer> page =
                client.getOnce("/api/v1/events?wait=2&after=" + after + "&limit=" + Math.min(limit, PAGE));
        if (page.filter(Answer::isAccepted).isEmpty()) {
            Wait.of(ONE_MOMENT).untilOver();
            return List.of();
        }
        List<Told> told = new ArrayList<>();
        for (JsonNode event : page.get().json().path("events")) {
            told.add(new Told(
                    event.path("number").asLong(),
                    UUID.fromString(event.path("data").path("id").asString())));
        }
        return told;
    }
}
