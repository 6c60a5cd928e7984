package io.renderyard.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.conformance.fault.farm.Answer;
import io.renderyard.conformance.fault.farm.Farm;
import io.renderyard.conformance.fault.farm.FarmClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Row 20: one tenant submits 5,000 jobs at once, and another one a second. */
@SideBySide
class LoudTenantFaultIT {
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final int SLOTS = 4;
    private static final Duration RENDER = Duration.ofMillis(200);
    private static final int DRAWN_PER_SECOND = SLOTS * 5;

    @Test
    void whoAsksForLittleDoesNotWaitForWhoAsksForMuch() {
        Row.run(20, (farm, row) -> {
            FarmClient quiet = farm.newTenant("quiet");
            int crowd = Row.size(5_000);
            List<UUID> loud = farm.client().submit(crowd);
            farm.workers("worker", 1, Size.slots(SLOTS, RENDER));

            int asked = crowd / DRAWN_PER_SECOND * 3 / 4;
            List<Optional<Answer>> answers =
                    Load.run(1, asked, page -> () -> quiet.submitOnce("<p>quiet " + page, "row-20-" + page));
            assertThat(farm.ledger().succeeded(loud))
                    .as("the crowd is still there")
                    .isLessThan(crowd);
            farm.ledger().awaitAllEnded(Duration.ofMinutes(10));

            List<Duration> waits = answers.stream()
                    .map(answer -> waited(farm, answer.orElseThrow().job()))
                    .sorted()
                    .toList();
            row.tried(asked);
            row.took(waits.get(Math.ceilDiv(asked * 95, 100) - 1));
            row.atMost(WAIT);
        });
    }

    private static Duration waited(Farm farm, UUID job) {
        return Duration.ofMillis(farm.ledger()
                .jdbc()
                .sql("""
                        select cast(extract(epoch from attempt.started_at - created_at) * 1000 as bigint)
                        from job join attempt on job_id = id where id = :job and number = 1""")
                .param("job", job)
                .query(Long.class)
                .single());
    }
}
