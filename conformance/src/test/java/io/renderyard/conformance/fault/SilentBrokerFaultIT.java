package io.renderyard.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.conformance.fault.farm.Answer;
import io.renderyard.conformance.fault.farm.Farm;
import io.renderyard.conformance.fault.proxy.LineFault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Row 6: the database can be reached, and the broker swallows everything, for five minutes at 50 submissions a second. */
class SilentBrokerFaultIT {
    private static final int PER_SECOND = 50;
    private static final Duration OUT_AGAIN = Duration.ofSeconds(20);

    /** What a worker, gateway or dispatcher needs to find out that it talks to nobody is well over before that. */
    private static final Duration CATCHING_UP = Duration.ofMinutes(4);

    @Test
    void everythingIsAcceptedAndAllRingsAreOutSoonAfterTheBrokerAnswers() {
        Row.run(6, (farm, row) -> {
            farm.workers("worker", 1, Size.slots(8));
            int submissions = Row.size(5 * 60) * PER_SECOND;

            farm.brokerLine().set(new LineFault.BlackHole());
            List<Optional<Answer>> answers = Load.run(
                    PER_SECOND, submissions, page -> () -> farm.client().submitOnce("<p>" + page, "row-6-" + page));

            assertThat(answers)
                    .allMatch(answer -> answer.filter(Answer::isAccepted).isPresent());
            assertThat(rings(farm)).isEqualTo(submissions);
            row.note("slowest answer=%d ms"
                    .formatted(answers.stream()
                            .mapToLong(answer -> answer.orElseThrow().took().toMillis())
                            .max()
                            .orElseThrow()));

            long healed = System.nanoTime();
            farm.brokerLine().heal();
            await("the outbox is empty")
                    .atMost(CATCHING_UP)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> rings(farm) == 0);
            row.took(Duration.ofNanos(System.nanoTime() - healed));
            row.tried(submissions);
            row.atMost(OUT_AGAIN);
            farm.ledger().awaitAllEnded(CATCHING_UP);
        });
    }

    private static long rings(Farm farm) {
        return farm.ledger().count("select count(*) from outbox where lane is not null");
    }
}
