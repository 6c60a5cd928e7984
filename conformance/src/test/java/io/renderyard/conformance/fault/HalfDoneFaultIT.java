package io.renderyard.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.bench.fake.Stamp;
import io.renderyard.conformance.fault.child.Point;
import io.renderyard.conformance.fault.child.Protocol.News;
import io.renderyard.conformance.fault.farm.Farm;
import io.renderyard.conformance.fault.farm.FarmProcess;
import io.renderyard.conformance.fault.farm.Sign;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Row 12: a worker freezes exactly between storing and completing, or between completing and acknowledging. */
@SideBySide
class HalfDoneFaultIT {
    private static final int WORKERS_EACH = 2;
    private static final int SLOTS = 5;
    private static final int JOBS_EACH = WORKERS_EACH * SLOTS;

    @Test
    void whatIsHalfDoneIsDoneOnce() {
        Row.run(12, (farm, row) -> {
            for (int round = 0; round < Row.size(100) / JOBS_EACH; round++) {
                freezeHalfWay(farm, row, round);
            }
        });
    }

    private static void freezeHalfWay(Farm farm, Row row, int round) {
        List<FarmProcess> all = farm.workers("frozen-" + round, 2 * WORKERS_EACH, Size.slots(SLOTS));
        List<FarmProcess> storing = all.subList(0, WORKERS_EACH);
        List<FarmProcess> completing = all.subList(WORKERS_EACH, all.size());
        storing.forEach(worker -> worker.hold(Point.AFTER_STORE));
        completing.forEach(worker -> worker.hold(Point.AFTER_SUCCEED));
        var _ = farm.client().submit(2 * JOBS_EACH);
        List<UUID> stored = held(storing, Point.AFTER_STORE);
        List<UUID> completed = held(completing, Point.AFTER_SUCCEED);
        FarmProcess rescuer =
                farm.workers("rescuer-" + round, 1, Size.slots(JOBS_EACH)).getFirst();
        rescuer.watch(Point.BEFORE_CLAIM);
        all.forEach(FarmProcess::freeze);
        Wait frozen = Wait.of(Duration.ofSeconds(20));

        // The broker gives up on the frozen and rings for all of their jobs again, the sweeper for half of them too.
        var _ = rescuer.awaitSigns(News.REACHED, Point.BEFORE_CLAIM, 3 * JOBS_EACH, Duration.ofSeconds(90));
        farm.ledger().awaitAllEnded(Duration.ofSeconds(40));
        frozen.untilOver();
        long events = farm.ledger().count("select count(*) from event");
        all.forEach(FarmProcess::thaw);
        storing.forEach(worker -> worker.go(Point.AFTER_STORE));
        completing.forEach(worker -> worker.go(Point.AFTER_SUCCEED));

        for (UUID job : stored) {
            assertThat(farm.ledger().attempts(job)).containsExactly("LOST", "SUCCEEDED");
            assertThat(Stamp.read(farm.client().picture(job))).isEqualTo(new Stamp(job.toString(), 2));
            await("the late bytes of " + job + " are taken away")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> files(farm.artifacts(), job) == 1);
        }
        for (UUID job : completed) {
            assertThat(farm.ledger().attempts(job)).containsExactly("SUCCEEDED");
        }
        assertThat(farm.ledger().count("select count(*) from event")).isEqualTo(events);
        row.tried(stored.size() + completed.size());
        rescuer.close();
        all.forEach(FarmProcess::close);
    }

    private static List<UUID> held(List<FarmProcess> workers, Point point) {
        return workers.stream()
                .flatMap(worker -> worker.awaitSigns(News.REACHED, point, SLOTS, Duration.ofSeconds(20)).stream())
                .map(Sign::job)
                .toList();
    }

    private static long files(Path artifacts, UUID job) {
        try (Stream<Path> files = Files.walk(artifacts)) {
            return files.filter(file -> file.getFileName().toString().startsWith(job.toString()))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
