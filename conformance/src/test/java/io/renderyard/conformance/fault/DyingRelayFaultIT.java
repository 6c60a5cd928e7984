package io.renderyard.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.conformance.fault.child.Point;
import io.renderyard.conformance.fault.child.Protocol.News;
import io.renderyard.conformance.fault.farm.Farm;
import io.renderyard.conformance.fault.farm.FarmProcess;
import io.renderyard.kernel.job.Lane;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Row 23: the process of a relay is killed after it has published and before it knows, or before it has forgotten. */
class DyingRelayFaultIT {
    private static final int VICTIMS = 5;
    private static final int RINGS = 3;
    private static final List<Point> POINTS = List.of(Point.AFTER_RING, Point.AFTER_CONFIRM);

    /** The dead one's claim, the next look of another relay, and a slow machine. */
    private static final Duration TAKEN_OVER = Duration.ofSeconds(30);

    @Test
    void everyRingIsPublishedAndTwoOfOneJobChangeNothing() {
        Row.run(23, (farm, row) -> {
            int rounds = Row.size(200) / VICTIMS;
            int first = row.random().nextInt(POINTS.size());
            for (int round = 0; round < rounds; round++) {
                killAll(farm, row, round, POINTS.get((first + round) % POINTS.size()));
            }

            long rings = farm.broker().unheard(Lane.INTERACTIVE);
            long jobs = rounds * VICTIMS * RINGS;
            assertThat(rings).isGreaterThanOrEqualTo(jobs);
            row.note("rings published twice=" + (rings - jobs));
            farm.workers("worker", 1, Size.slots(8));
            farm.ledger().awaitAllEnded(Duration.ofMinutes(2));
            assertThat(farm.ledger().count("select count(*) from attempt")).isEqualTo(jobs);
        });
    }

    private static void killAll(Farm farm, Row row, int round, Point point) throws IOException {
        List<FarmProcess> victims = IntStream.range(0, VICTIMS)
                .mapToObj(number -> farm.gateway("relay-" + round + "-" + number, Map.of()))
                .toList();
        for (FarmProcess victim : victims) {
            victim.awaitReady();
            victim.hold(point);
            var _ = farm.client(victim.port()).submit(RINGS);
        }
        for (FarmProcess victim : victims) {
            var _ = victim.awaitSigns(News.REACHED, point, 1, Duration.ofSeconds(20));
        }
        victims.forEach(FarmProcess::kill);

        long killed = System.nanoTime();
        await("the outbox is empty")
                .atMost(TAKEN_OVER)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> farm.ledger().count("select count(*) from outbox") == 0);
        row.took(Duration.ofNanos(System.nanoTime() - killed));
        row.tried(VICTIMS);
    }
}
