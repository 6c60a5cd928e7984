package io.renderyard.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.conformance.fault.farm.Answer;
import io.renderyard.conformance.fault.farm.FarmClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Row 2: a thousand clients say the same at once under the same key, and one of two gateways is killed half-way. */
class SameKeyFaultIT {
    private static final String KEY = "row-2";

    @Test
    void allAreAnsweredTheSameAndOneJobIsMade() {
        Row.run(2, (farm, row) -> {
            int clients = Row.size(1_000);
            try (Gateways gateways = new Gateways(farm)) {
                FarmClient client = gateways.client();
                AtomicInteger asked = new AtomicInteger();
                List<Answer> answers = atOnce(clients, barrier -> {
                    barrier.await();
                    if (asked.incrementAndGet() == clients / 2) {
                        gateways.killOne(row.random());
                    }
                    return accepted(client, row);
                });

                assertThat(answers)
                        .extracting(Answer::job)
                        .containsOnly(answers.getFirst().job());
                assertThat(answers)
                        .extracting(Answer::status)
                        .containsOnly(answers.getFirst().status());
                assertThat(farm.ledger().count("select count(*) from job")).isOne();

                int others = Row.size(200);
                for (int i = 0; i < others; i++) {
                    assertThat(client.submitOnce("<p>other " + i, KEY))
                            .hasValueSatisfying(
                                    answer -> assertThat(answer.status()).isEqualTo(422));
                }
                assertThat(farm.ledger().count("select count(*) from job")).isOne();
                row.tried(clients + others);
            }
            farm.workers("worker", 1, Size.slots(1));
            farm.ledger().awaitAllEnded(Duration.ofSeconds(30));
        });
    }

    private interface Caller {
        Answer call(CyclicBarrier barrier) throws Exception;
    }

    private static List<Answer> atOnce(int clients, Caller caller) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(clients);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> under = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                under.add(threads.submit(() -> caller.call(barrier)));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> one : under) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    /** Asks until the answer is yes; on the way there only "not now" is allowed, with a time. */
    private static Answer accepted(FarmClient client, Row row) {
        long began = System.nanoTime();
        Answer accepted = await("the job is accepted")
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> client.submitOnce("<p>the same", KEY),
                        answer -> answer.map(SameKeyFaultIT::isYes).orElse(false))
                .orElseThrow();
        row.took(Duration.ofNanos(System.nanoTime() - began));
        return accepted;
    }

    private static boolean isYes(Answer answer) {
        if (!answer.isAccepted()) {
            assertThat(answer.status()).isIn(409, 503);
            assertThat(answer.retryAfter()).isPresent();
        }
        return answer.isAccepted();
    }
}
