package io.renderyard.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.bench.fake.Stamp;
import io.renderyard.conformance.fault.child.Point;
import io.renderyard.conformance.fault.child.Protocol.News;
import io.renderyard.conformance.fault.farm.Farm;
import io.renderyard.conformance.fault.farm.FarmProcess;
import io.renderyard.conformance.fault.farm.Sign;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The frame itself, before anything breaks on purpose. */
@SideBySide
class FarmFrameFaultIT {
    @Test
    void aJobGoesThroughTheFarmAndStopsWhereItIsHeld() {
        try (Farm farm = Farm.start("frame")) {
            FarmProcess worker = farm.workers("worker", 1, Map.of()).getFirst();
            worker.hold(Point.AFTER_STORE);
            UUID job = farm.client().submit(1).getFirst();

            Sign sign = worker.awaitSigns(News.REACHED, Point.AFTER_STORE, 1, Duration.ofSeconds(10))
                    .getFirst();
            assertThat(sign.job()).isEqualTo(job);
            assertThat(farm.ledger().count("select count(*) from job where state = 'RUNNING'"))
                    .isEqualTo(1);
            worker.go(Point.AFTER_STORE);
            farm.ledger().awaitAllEnded(Duration.ofSeconds(10));

            assertThat(Stamp.read(farm.client().picture(job))).isEqualTo(new Stamp(job.toString(), 1));
        }
    }
}
