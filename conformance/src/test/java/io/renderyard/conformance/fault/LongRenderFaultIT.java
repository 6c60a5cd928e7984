package io.renderyard.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.conformance.fault.child.Point;
import io.renderyard.conformance.fault.child.Protocol.News;
import io.renderyard.conformance.fault.farm.FarmProcess;
import io.renderyard.conformance.fault.farm.Sign;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Row 16: a render takes longer than the broker waits for an acknowledgement. */
@SideBySide
class LongRenderFaultIT {
    private static final String IMPATIENT = "[{rabbit, [{consumer_timeout, 20000}, {channel_tick_interval, 5000}]}].\n";
    private static final Duration RENDER = Duration.ofSeconds(40);
    private static final int SLOTS = 10;
    private static final String UNDRAWN = "select count(*) from job where state in ('QUEUED', 'RUNNING')";

    @Test
    void aRenderThatTheBrokerGaveUpOnIsNotRepeated() {
        Row.run(16, IMPATIENT, (farm, row) -> {
            FarmProcess slow =
                    farm.workers("slow", 1, Size.slots(SLOTS, RENDER)).getFirst();
            FarmProcess quick = farm.workers("quick", 1, Size.slots(SLOTS)).getFirst();
            slow.watch(Point.BEFORE_DRAW);
            quick.watch(Point.BEFORE_DRAW);
            quick.watch(Point.BEFORE_CLAIM);
            var _ = farm.client().submit(2 * SLOTS);
            var _ = slow.awaitSigns(News.REACHED, Point.BEFORE_DRAW, 1, Duration.ofSeconds(20));
            await("the quick one is done")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> farm.ledger().count(UNDRAWN)
                            == slow.signs(News.REACHED, Point.BEFORE_DRAW).size());
            List<UUID> jobs = jobs(slow);
            int before = quick.signs(News.REACHED, Point.BEFORE_CLAIM).size();

            // The broker closes the channels of the slow one, and gives its rings to the quick one.
            var _ = quick.awaitSigns(News.REACHED, Point.BEFORE_CLAIM, before + jobs.size(), RENDER);
            farm.ledger().awaitAllEnded(RENDER);

            assertThat(jobs(slow)).containsExactlyInAnyOrderElementsOf(jobs);
            assertThat(jobs(quick)).doesNotContainAnyElementsOf(jobs);
            for (UUID job : jobs) {
                assertThat(farm.ledger().attempts(job)).containsExactly("SUCCEEDED");
            }
            row.tried(jobs.size());
        });
    }

    private static List<UUID> jobs(FarmProcess worker) {
        return worker.signs(News.REACHED, Point.BEFORE_DRAW).stream()
                .map(Sign::job)
                .toList();
    }
}
