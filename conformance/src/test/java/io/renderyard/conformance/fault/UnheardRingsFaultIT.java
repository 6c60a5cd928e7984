package io.renderyard.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.conformance.fault.farm.Answer;
import io.renderyard.conformance.fault.farm.BrokerHands;
import io.renderyard.conformance.fault.farm.Farm;
import io.renderyard.conformance.fault.proxy.LineFault;
import io.renderyard.conformance.fault.proxy.LineFault.Direction;
import io.renderyard.kernel.job.Lane;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Row 24: the broker takes rings and does not keep them, in each way in which that happens. */
class UnheardRingsFaultIT {
    private static final int RINGS = 10;
    private static final int QUEUE_LIMIT = 100;
    private static final Duration TOLD = Duration.ofSeconds(5);
    private static final Duration STAYS = Duration.ofSeconds(3);

    /** The claim of a relay that tried in vain, its next look, and a new connection. */
    private static final Duration RESUMES = Duration.ofSeconds(40);

    @Test
    void noRingIsForgottenBeforeAQueueHasItAndTheOperatorIsTold() {
        Row.run(24, Map.of("RENDERYARD_DOORBELL_QUEUELIMIT", Integer.toString(QUEUE_LIMIT)), (farm, row) -> {
            BrokerHands hands = farm.broker();
            connect(farm);
            broken(farm, row, () -> hands.unbind(Lane.INTERACTIVE), () -> hands.bind(Lane.INTERACTIVE));
            broken(farm, row, hands::deleteExchange, hands::declareExchange);
            broken(
                    farm,
                    row,
                    () -> farm.brokerLine().set(new LineFault.Swallow(Direction.BACK)),
                    () -> farm.brokerLine().heal());
            fill(farm);
            broken(farm, row, () -> {}, () -> farm.workers("worker", 1, Size.slots(8)));

            row.atMost(TOLD);
            farm.ledger().awaitAllEnded(Duration.ofMinutes(1));
        });
    }

    /** A gateway connects with its first ring, and declares all that it finds missing then. */
    private static void connect(Farm farm) {
        var _ = farm.client().submit(1);
        await("the first ring is out").atMost(RESUMES).until(() -> rings(farm) == 0);
    }

    private static void fill(Farm farm) {
        var _ = farm.client().submit(QUEUE_LIMIT - (int) farm.broker().unheard(Lane.INTERACTIVE) + RINGS);
        await("the queue is full").during(STAYS).atMost(STAYS.multipliedBy(4)).until(() -> rings(farm) > 0);
    }

    private static void broken(Farm farm, Row row, Runnable fault, Runnable repair) {
        double before = refused(farm);
        long waiting = rings(farm);
        fault.run();
        var _ = farm.client().submit(RINGS);
        long submitted = System.nanoTime();
        await("the operator is told")
                .atMost(TOLD.multipliedBy(4))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> refused(farm) > before);
        row.took(Duration.ofNanos(System.nanoTime() - submitted));
        await("every ring stays")
                .during(STAYS)
                .atMost(STAYS.multipliedBy(2))
                .untilAsserted(() -> assertThat(rings(farm)).isEqualTo(waiting + RINGS));

        repair.run();
        await("the outbox is empty").atMost(RESUMES).until(() -> rings(farm) == 0);
        row.tried(1);
    }

    private static long rings(Farm farm) {
        return farm.ledger().count("select count(*) from outbox where lane is not null");
    }

    /** As the gateway's metrics say. */
    private static double refused(Farm farm) {
        try {
            String metrics = farm.client()
                    .getOnce("/actuator/prometheus")
                    .map(Answer::text)
                    .orElseThrow();
            return metrics.lines()
                    .filter(line -> line.startsWith("renderyard_rings_refused_total"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
