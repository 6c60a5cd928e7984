package io.renderyard.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.conformance.fault.child.Point;
import io.renderyard.conformance.fault.child.Protocol.News;
import io.renderyard.conformance.fault.farm.Farm;
import io.renderyard.conformance.fault.farm.FarmProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Row 10: {@code kill -9} of a worker that has work in hand. */
@SideBySide
class KilledWorkerFaultIT {
    private static final Duration PROMISED = Duration.ofSeconds(20);
    private static final List<Point> PIPELINE =
            List.of(Point.BEFORE_DRAW, Point.AFTER_DRAW, Point.BEFORE_STORE, Point.AFTER_STORE, Point.BEFORE_SUCCEED);
    private static final int WORKERS = 5;
    private static final int SLOTS = 2;
    private static final int JOBS = WORKERS * SLOTS;

    @Test
    void aJobWhoseWorkerIsKilledRunsAgainElsewhereInTimeAndOnce() {
        Row.run(10, (farm, row) -> {
            for (int round = 0; round < Row.size(100) / JOBS; round++) {
                killAll(farm, row, round);
            }
        });
    }

    private static void killAll(Farm farm, Row row, int round) {
        List<FarmProcess> victims = farm.workers("victim-" + round, WORKERS, Size.slots(SLOTS));
        List<Point> points = victims.stream()
                .map(_ -> PIPELINE.get(row.random().nextInt(PIPELINE.size())))
                .toList();
        for (int i = 0; i < WORKERS; i++) {
            victims.get(i).hold(points.get(i));
        }
        List<UUID> jobs = farm.client().submit(JOBS);
        for (int i = 0; i < WORKERS; i++) {
            var _ = victims.get(i).awaitSigns(News.REACHED, points.get(i), SLOTS, Duration.ofSeconds(20));
        }
        FarmProcess rescuer =
                farm.workers("rescuer-" + round, 1, Size.slots(JOBS)).getFirst();
        Instant killed = Instant.now();
        victims.forEach(FarmProcess::kill);

        farm.ledger().awaitAllEnded(Duration.ofSeconds(60));

        assertThat(farm.ledger().succeeded(jobs)).isEqualTo(JOBS);
        for (UUID job : jobs) {
            assertThat(farm.ledger().attempts(job)).containsExactly("LOST", "SUCCEEDED");
            row.took(Duration.between(killed, farm.ledger().started(job, 2)));
        }
        row.tried(JOBS);
        row.atMost(PROMISED);
        rescuer.close();
    }
}
