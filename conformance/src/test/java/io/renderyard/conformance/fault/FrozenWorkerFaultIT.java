package io.renderyard.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.bench.fake.Stamp;
import io.renderyard.conformance.fault.child.Point;
import io.renderyard.conformance.fault.child.Protocol.News;
import io.renderyard.conformance.fault.farm.Farm;
import io.renderyard.conformance.fault.farm.FarmProcess;
import io.renderyard.conformance.fault.farm.Sign;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Row 11: a worker stands still in the middle of a render, and goes on when others have done its work. */
@SideBySide
class FrozenWorkerFaultIT {
    private static final Duration FROZEN = Duration.ofSeconds(60);
    private static final Duration NOTICES = Duration.ofSeconds(1);
    private static final int WORKERS = 3;
    private static final int SLOTS = 2;
    private static final int JOBS = WORKERS * SLOTS;

    @Test
    void aZombieCompletesNothingAndNoticesAtOnce() {
        Row.run(11, (farm, row) -> {
            for (int round = 0; round < Math.ceilDiv(Row.size(50), JOBS); round++) {
                freezeAll(farm, row, round);
            }
        });
    }

    private static void freezeAll(Farm farm, Row row, int round) {
        List<FarmProcess> zombies = farm.workers("zombie-" + round, WORKERS, Size.slots(SLOTS));
        zombies.forEach(zombie -> zombie.hold(Point.BEFORE_DRAW));
        List<UUID> jobs = farm.client().submit(JOBS);
        zombies.forEach(zombie -> zombie.awaitSigns(News.REACHED, Point.BEFORE_DRAW, SLOTS, Duration.ofSeconds(20)));
        FarmProcess rescuer =
                farm.workers("rescuer-" + round, 1, Size.slots(JOBS)).getFirst();
        zombies.forEach(FarmProcess::freeze);
        Wait frozen = Wait.of(FROZEN);

        farm.ledger().awaitAllEnded(Duration.ofSeconds(40));
        frozen.untilOver();
        long events = farm.ledger().count("select count(*) from event");
        long thawed = System.nanoTime();
        zombies.forEach(FarmProcess::thaw);

        for (FarmProcess zombie : zombies) {
            for (Sign sign : zombie.awaitSigns(News.INTERRUPTED, Point.BEFORE_DRAW, SLOTS, Duration.ofSeconds(10))) {
                row.took(Duration.ofNanos(sign.at() - thawed));
            }
            zombie.go(Point.BEFORE_DRAW);
        }
        row.atMost(NOTICES);
        assertThat(farm.ledger().count("select count(*) from event")).isEqualTo(events);
        for (UUID job : jobs) {
            assertThat(farm.ledger().attempts(job)).containsExactly("LOST", "SUCCEEDED");
            assertThat(Stamp.read(farm.client().picture(job))).isEqualTo(new Stamp(job.toString(), 2));
        }
        row.tried(JOBS);
        rescuer.close();
        zombiesAreWorkersAgain(farm);
        zombies.forEach(FarmProcess::close);
    }

    private static void zombiesAreWorkersAgain(Farm farm) {
        List<UUID> jobs = farm.client().submit(JOBS);
        farm.ledger().awaitAllEnded(Duration.ofSeconds(30));
        assertThat(farm.ledger().succeeded(jobs)).isEqualTo(JOBS);
    }
}
