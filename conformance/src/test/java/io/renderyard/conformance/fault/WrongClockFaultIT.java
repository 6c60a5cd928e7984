package io.renderyard.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.conformance.fault.child.ChildProcess;
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

/**
 * Row 13: a worker's wall clock is wrong by up to ten minutes either way, and another amount each time it is read. The
 * clock is the application's own source of time, which the test replaces.
 */
@SideBySide
class WrongClockFaultIT {
    private static final int SLOTS = 8;
    private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(18);

    @Test
    void aWrongClockMakesNoWrongClaimRenewalOrReclaim() {
        Row.run(13, (farm, row) -> {
            Map<String, String> wrong = new HashMap<>(Size.slots(SLOTS));
            wrong.put(ChildProcess.CLOCK_SEED, Long.toString(row.random().nextLong()));
            FarmProcess worker = farm.workers("wrong", 1, wrong).getFirst();
            leasesAreRenewed(farm, row, worker);

            FarmProcess right = farm.workers("right", 1, Size.slots(SLOTS)).getFirst();
            List<UUID> jobs = farm.client().submit(Row.size(2_000));
            farm.ledger().awaitAllEnded(Duration.ofMinutes(5));

            assertThat(farm.ledger().succeeded(jobs)).isEqualTo(jobs.size());
            assertThat(farm.ledger().count("select count(*) from attempt where outcome <> 'SUCCEEDED'"))
                    .isZero();
            assertThat(farm.ledger().count("select count(*) from attempt where worker = 'wrong-1'"))
                    .isGreaterThan(SLOTS);
            row.tried(jobs.size());
            worker.close();
            right.close();
        });
    }

    private static void leasesAreRenewed(Farm farm, Row row, FarmProcess worker) {
        worker.hold(Point.BEFORE_DRAW);
        List<UUID> jobs = farm.client().submit(SLOTS);
        var _ = worker.awaitSigns(News.REACHED, Point.BEFORE_DRAW, SLOTS, Duration.ofSeconds(20));
        Wait.of(LONGER_THAN_A_LEASE).untilOver();
        worker.go(Point.BEFORE_DRAW);
        farm.ledger().awaitAllEnded(Duration.ofSeconds(20));

        for (UUID job : jobs) {
            assertThat(farm.ledger().attempts(job)).containsExactly("SUCCEEDED");
        }
        row.tried(jobs.size());
    }
}
