package io.renderyard.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.conformance.fault.child.Point;
import io.renderyard.conformance.fault.child.Protocol.News;
import io.renderyard.conformance.fault.farm.Farm;
import io.renderyard.conformance.fault.farm.FarmProcess;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Row 17: workers are replaced one after the other while there is work, each by SIGTERM. */
@SideBySide
class PlannedStopFaultIT {
    private static final Duration DRAIN = Duration.ofSeconds(4);
    /** Draining, letting go, and what Spring needs to close. */
    private static final Duration GRACE = DRAIN.plusSeconds(10);

    private static final Duration ELSEWHERE = Duration.ofSeconds(2);
    private static final int SLOTS = 2;

    @Test
    void aPlannedStopBurnsNoAttemptAndLosesNoTime() {
        Row.run(17, (farm, row) -> {
            int restarts = Math.max(3, Row.size(10));
            int jobs = Math.max(60, Row.size(200));
            FarmProcess old = start(farm, 0);
            FarmProcess next = start(farm, 1);
            for (int restart = 1; restart <= restarts; restart++) {
                stopWhileItDraws(farm, old, jobs / restarts);
                row.tried(1);
                old = next;
                next = start(farm, restart + 1);
            }
            farm.ledger().awaitAllEnded(Duration.ofMinutes(2));

            assertThat(farm.ledger().succeeded(farm.client().answers().jobs()))
                    .isEqualTo(farm.client().answers().jobs().size());
            assertThat(farm.ledger().count("select count(*) from job where spent <> 1"))
                    .isZero();
            assertThat(farm.ledger().count("select count(*) from attempt where outcome = 'RELEASED'"))
                    .isGreaterThanOrEqualTo((long) restarts * SLOTS);
            row.took(farm.ledger().longestHandOver());
            row.atMost(ELSEWHERE);
            old.close();
            next.close();
        });
    }

    private static FarmProcess start(Farm farm, int number) {
        Map<String, String> settings = new HashMap<>(Size.slots(SLOTS, Duration.ofMillis(100)));
        settings.put("RENDERYARD_WORKER_DRAIN", DRAIN.toMillis() + "ms");
        return farm.worker("worker-" + number, settings).awaitReady();
    }

    /** Some of its work is held, so that it cannot be done in time and has to be given back. */
    private static void stopWhileItDraws(Farm farm, FarmProcess worker, int jobs) {
        worker.hold(Point.BEFORE_DRAW);
        List<UUID> unused = farm.client().submit(jobs);
        assertThat(unused).hasSize(jobs);
        var _ = worker.awaitSigns(News.REACHED, Point.BEFORE_DRAW, SLOTS, Duration.ofSeconds(20));
        worker.terminate();

        // Never needs the kill that an operator's grace period would end with.
        worker.awaitEnd(GRACE);
        assertThat(worker.signs(News.INTERRUPTED, Point.BEFORE_DRAW)).hasSize(SLOTS);
    }
}
