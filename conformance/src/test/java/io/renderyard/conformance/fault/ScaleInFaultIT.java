package io.renderyard.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.conformance.fault.farm.Farm;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Row 18: workers come and go at random, every three seconds, half of them without a word. */
@Isolated("it measures how many jobs are done in a second")
class ScaleInFaultIT {
    private static final Duration SPIN = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final double LEAST_PART = 0.6;
    /** What workers that died have in hand waits for its lease, and is not measured. */
    private static final double MEASURED_PART = 0.9;

    /** Only a job whose every worker died under it may fail. */
    private static final String GIVEN_UP_TOO_SOON = """
            select count(*) from job
            where state not in ('SUCCEEDED', 'FAILED') or state = 'FAILED' and (failure_code <> 'WORKER_LOST' or spent < 3)""";

    @Test
    void jobsGoOnWhileWorkersComeAndGo() {
        Row.run(18, (farm, row) -> {
            int jobs = Row.size(20_000);
            try (Roulette roulette = new Roulette(farm, row.random())) {
                roulette.begin();
                // The first jobs of a process are slow, which is not the roulette's doing.
                double _ = rate(farm, jobs / 10, () -> {});
                double calm = rate(farm, jobs / 2, () -> {});
                Runnable spin = every(SPIN, roulette::spin);
                double disturbed = rate(farm, jobs, spin);
                farm.ledger().awaitAllEnded(LONGEST);

                row.note(String.format(Locale.ROOT, "jobs/s=%.0f of %.0f", disturbed, calm));
                assertThat(farm.ledger().count(GIVEN_UP_TOO_SOON)).isZero();
                assertThat(disturbed).isGreaterThanOrEqualTo(LEAST_PART * calm);
                row.tried(jobs);
            }
        });
    }

    /** Jobs that succeed in a second. */
    private static double rate(Farm farm, int count, Runnable meanwhile) {
        long before = farm.ledger().count("select count(*) from job where state = 'SUCCEEDED'");
        long began = System.nanoTime();
        List<UUID> jobs = farm.client().submit(count);
        long measured = (long) (MEASURED_PART * jobs.size());
        await("most jobs have succeeded")
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    meanwhile.run();
                    return farm.ledger().count("select count(*) from job where state = 'SUCCEEDED'") - before
                            >= measured;
                });
        return measured * 1e9 / (System.nanoTime() - began);
    }

    private static Runnable every(Duration time, Runnable step) {
        Wait[] next = {Wait.of(time)};
        return () -> {
            if (next[0].isOver()) {
                next[0] = Wait.of(time);
                step.run();
            }
        };
    }
}
