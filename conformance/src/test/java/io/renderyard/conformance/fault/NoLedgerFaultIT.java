package io.renderyard.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.conformance.fault.child.Point;
import io.renderyard.conformance.fault.child.Protocol.News;
import io.renderyard.conformance.fault.farm.Farm.CuttableWorker;
import io.renderyard.conformance.fault.farm.FarmProcess;
import io.renderyard.conformance.fault.farm.Sign;
import io.renderyard.conformance.fault.proxy.LineFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Row 14: a worker reaches the broker and not the database. */
@SideBySide
class NoLedgerFaultIT {
    private static final Duration CUT = Duration.ofSeconds(60);
    private static final Duration STOPS_CLAIMING = Duration.ofSeconds(1);
    /** Twelve seconds from when the last good renewal began, looked at every tenth; the rest is for the machine. */
    private static final Duration TRUST = Duration.ofMillis(12_500);

    private static final int SLOTS = 5;

    @Test
    void aWorkerWithoutTheLedgerStopsTrustingItselfAndItsJobsAreDoneElsewhereOnce() {
        Row.run(14, (farm, row) -> {
            CuttableWorker drawing = farm.cuttableWorker("drawing", Size.slots(SLOTS));
            CuttableWorker storing = farm.cuttableWorker("storing", Size.slots(SLOTS));
            drawing.process().hold(Point.BEFORE_DRAW);
            storing.process().hold(Point.AFTER_STORE);
            List<UUID> jobs = farm.client().submit(2 * SLOTS);
            var _ = drawing.process().awaitSigns(News.REACHED, Point.BEFORE_DRAW, SLOTS, Duration.ofSeconds(20));
            var _ = storing.process().awaitSigns(News.REACHED, Point.AFTER_STORE, SLOTS, Duration.ofSeconds(20));
            FarmProcess rescuer =
                    farm.workers("rescuer", 1, Size.slots(2 * SLOTS)).getFirst();

            Instant cut = Instant.now();
            long since = System.nanoTime();
            drawing.toDatabase().set(new LineFault.BlackHole());
            storing.toDatabase().set(new LineFault.BlackHole());
            Wait lasting = Wait.of(CUT);
            for (Sign sign : signs(drawing, Point.BEFORE_DRAW)) {
                row.took(Duration.ofNanos(sign.at() - since));
            }
            for (Sign sign : signs(storing, Point.AFTER_STORE)) {
                row.took(Duration.ofNanos(sign.at() - since));
            }
            row.atMost(TRUST);
            drawing.process().go(Point.BEFORE_DRAW);
            storing.process().go(Point.AFTER_STORE);
            List<UUID> late = farm.client().submit(2 * SLOTS);
            farm.ledger().awaitAllEnded(CUT);
            lasting.untilOver();

            for (UUID job : jobs) {
                assertThat(farm.ledger().attempts(job)).containsExactly("LOST", "SUCCEEDED");
            }
            assertThat(farm.ledger().succeeded(late)).isEqualTo(late.size());
            assertThat(farm.ledger().claims(List.of("drawing", "storing"), cut.plus(STOPS_CLAIMING)))
                    .isZero();
            row.tried(jobs.size());
            rescuer.close();
            drawing.toDatabase().heal();
            storing.toDatabase().heal();
            List<UUID> after = farm.client().submit(2 * SLOTS);
            farm.ledger().awaitAllEnded(Duration.ofSeconds(60));
            assertThat(farm.ledger().succeeded(after)).isEqualTo(after.size());
        });
    }

    private static List<Sign> signs(CuttableWorker worker, Point point) {
        return worker.process().awaitSigns(News.INTERRUPTED, point, SLOTS, Duration.ofSeconds(30));
    }
}
