package io.renderyard.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.conformance.fault.farm.Farm;
import io.renderyard.conformance.fault.farm.FarmClient;
import io.renderyard.conformance.fault.farm.Receiver;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Row 60: rows 1, 6, 10, 11, 17, 23 and 27 in one run, at random, under load and with webhooks. */
class GrandRunFaultIT {
    private static final Duration LASTING = Duration.ofMinutes(Row.isNightly() ? 10 : 2);
    private static final int CLIENTS = 64;
    private static final int PER_SECOND = 35;
    private static final int HOOKED = 10;

    /** Three lost leases one after the other, and what is left to draw. */
    private static final Duration COMING_TO_REST = Duration.ofMinutes(4);

    @Test
    void nothingIsLostDoubledOrSaidWronglyWhateverComesTogether() {
        try (Receiver receiver = new Receiver()) {
            Row.run(60, Farm.Plan.plain(), receiver, (farm, row) -> {
                try (Gateways gateways = new Gateways(farm);
                        var fate = Executors.newSingleThreadExecutor()) {
                    Chaos chaos = new Chaos(farm, gateways, row.random(), EnumSet.allOf(Chaos.Fault.class));
                    FarmClient client = gateways.client();
                    Future<Integer> faults = fate.submit(() -> chaos.lasting(LASTING));

                    int submissions = Math.toIntExact(PER_SECOND * LASTING.toSeconds());
                    List<UUID> jobs = Load.run(
                            PER_SECOND,
                            submissions,
                            CLIENTS,
                            page -> () -> client.submitSurely(
                                    "<p>" + page, "row-60-" + page, page % HOOKED == 0 ? receiver.url() : null));
                    row.note("faults=" + faults.get());
                    farm.ledger().awaitAllEnded(COMING_TO_REST);
                    await("all webhooks are delivered")
                            .atMost(COMING_TO_REST)
                            .until(() -> receiver.received().size() >= submissions / HOOKED
                                    && farm.ledger().count("select count(*) from delivery where state = 'PENDING'")
                                            == 0);

                    assertThat(jobs).doesNotHaveDuplicates();
                    assertThat(farm.ledger().count("select count(*) from job")).isEqualTo(submissions);
                    row.note("succeeded=" + farm.ledger().succeeded(jobs));
                    row.note("webhooks repeated=" + receiver.repeated());
                    row.took(client.longestSubmission());
                    row.tried(submissions);
                }
            });
        }
    }
}
