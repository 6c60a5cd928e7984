package io.renderyard.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.conformance.fault.farm.FarmClient;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Row 1: gateways are killed at random while clients submit, and submit again what they got no answer to. */
class DyingGatewaysFaultIT {
    private static final int CLIENTS = 64;
    private static final int PER_SECOND = 100;
    private static final int SHORTEST_MILLIS = 200;
    private static final int LONGEST_MILLIS = 2_000;

    @Test
    void whatWasAnsweredIsInTheLedgerOnceAndEnds() {
        Row.run(1, (farm, row) -> {
            int submissions = Row.size(20_000);
            int kills = Row.size(30);
            farm.workers("worker", 1, Size.slots(8));
            try (Gateways gateways = new Gateways(farm);
                    var killer = Executors.newSingleThreadExecutor()) {
                FarmClient client = gateways.client();
                Future<?> killing = killer.submit(() -> {
                    for (int i = 0; i < kills; i++) {
                        Wait.of(Duration.ofMillis(row.random().nextInt(SHORTEST_MILLIS, LONGEST_MILLIS)))
                                .untilOver();
                        gateways.killOne(row.random());
                        gateways.replace();
                    }
                });

                List<UUID> jobs = Load.run(
                        PER_SECOND,
                        submissions,
                        CLIENTS,
                        page -> () -> client.submitSurely("<p>" + page, "row-1-" + page));
                killing.get();

                assertThat(new HashSet<>(jobs)).hasSize(submissions);
                assertThat(farm.ledger().count("select count(*) from job")).isEqualTo(submissions);
                farm.ledger().awaitAllEnded(Duration.ofMinutes(5));
                assertThat(farm.ledger().succeeded(jobs)).isEqualTo(submissions);
                row.tried(submissions);
                row.took(client.longestSubmission());
                row.note("kills=" + kills);
            }
        });
    }
}
