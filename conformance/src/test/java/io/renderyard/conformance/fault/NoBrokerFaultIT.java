package io.renderyard.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.conformance.fault.child.Point;
import io.renderyard.conformance.fault.child.Protocol.News;
import io.renderyard.conformance.fault.farm.Farm.CuttableWorker;
import io.renderyard.conformance.fault.farm.FarmProcess;
import io.renderyard.conformance.fault.proxy.LineFault;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Row 15: a worker reaches the database and not the broker, which gives its rings to another one. */
@SideBySide
class NoBrokerFaultIT {
    private static final int SLOTS = 10;

    @Test
    void jobsOfAWorkerWithoutTheBrokerFinishAndAreNotRepeated() {
        Row.run(15, (farm, row) -> {
            CuttableWorker worker = farm.cuttableWorker("cut", Size.slots(SLOTS));
            worker.process().hold(Point.BEFORE_DRAW);
            List<UUID> jobs = farm.client().submit(SLOTS);
            var _ = worker.process().awaitSigns(News.REACHED, Point.BEFORE_DRAW, SLOTS, Duration.ofSeconds(20));
            FarmProcess other = farm.workers("other", 1, Size.slots(SLOTS)).getFirst();
            other.watch(Point.BEFORE_CLAIM);
            other.watch(Point.BEFORE_DRAW);

            long cut = System.nanoTime();
            worker.toBroker().set(new LineFault.BlackHole());
            var _ = other.awaitSigns(News.REACHED, Point.BEFORE_CLAIM, SLOTS, Duration.ofSeconds(90));
            row.took(Duration.ofNanos(System.nanoTime() - cut));
            worker.process().go(Point.BEFORE_DRAW);
            farm.ledger().awaitAllEnded(Duration.ofSeconds(20));

            for (UUID job : jobs) {
                assertThat(farm.ledger().attempts(job)).containsExactly("SUCCEEDED");
            }
            assertThat(other.signs(News.REACHED, Point.BEFORE_DRAW)).isEmpty();
            row.tried(jobs.size());
            other.close();
            worker.toBroker().heal();
            List<UUID> after = farm.client().submit(SLOTS);
            farm.ledger().awaitAllEnded(Duration.ofSeconds(60));
            assertThat(farm.ledger().succeeded(after)).isEqualTo(after.size());
        });
    }
}
