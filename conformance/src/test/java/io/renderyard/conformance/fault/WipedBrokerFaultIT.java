package io.renderyard.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.conformance.fault.child.Point;
import io.renderyard.conformance.fault.child.Protocol.News;
import io.renderyard.conformance.fault.farm.Farm;
import io.renderyard.conformance.fault.farm.FarmProcess;
import io.renderyard.kernel.job.Lane;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Row 7: the broker ends and loses its disk, with 5,000 jobs waiting and 10 being drawn. */
class WipedBrokerFaultIT {
    private static final int RUNNING = 10;

    /** Rings that consumers hold while no slot is free. */
    private static final int IN_HAND = 2 * RUNNING;

    private static final Duration ALL_RING = Duration.ofSeconds(10);

    @Test
    void allThatWaitsRingsAgainAndNothingIsLost() {
        Row.run(7, (farm, row) -> {
            FarmProcess worker = farm.workers("worker", 1, Size.slots(RUNNING)).getFirst();
            worker.hold(Point.BEFORE_DRAW);
            List<UUID> running = farm.client().submit(RUNNING);
            var _ = worker.awaitSigns(News.REACHED, Point.BEFORE_DRAW, RUNNING, Duration.ofSeconds(20));
            List<UUID> waiting = farm.client().submit(Row.size(5_000));

            farm.wipeBroker();
            long back = System.nanoTime();
            await("all rings are made and handed on")
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(50))
                    // There is no queue until somebody declares it anew.
                    .ignoreExceptions()
                    .until(() -> ringsTooFew(farm) <= IN_HAND);
            row.took(Duration.ofNanos(System.nanoTime() - back));

            for (Lane lane : Lane.values()) {
                assertThat(farm.broker().unheard(lane)).isNotNegative();
            }
            worker.go(Point.BEFORE_DRAW);
            farm.ledger().awaitAllEnded(Duration.ofMinutes(4));
            assertThat(farm.ledger().succeeded(running)).isEqualTo(running.size());
            assertThat(farm.ledger().succeeded(waiting)).isEqualTo(waiting.size());
            assertThat(farm.ledger().count("select count(*) from attempt")).isEqualTo(running.size() + waiting.size());
            row.tried(running.size() + waiting.size());
            row.atMost(ALL_RING);
        });
    }

    /** Jobs that wait beyond the rings that the new broker holds for them, and rings that are still to be handed to it. */
    private static long ringsTooFew(Farm farm) {
        long wanted = farm.ledger()
                .count("select (select count(*) from job where turn is not null)"
                        + " + (select count(*) from outbox where lane is not null)");
        return wanted - farm.broker().unheard(Lane.INTERACTIVE);
    }
}
