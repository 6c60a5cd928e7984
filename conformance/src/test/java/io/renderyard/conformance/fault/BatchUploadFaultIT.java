package io.renderyard.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.conformance.fault.farm.Answer;
import io.renderyard.conformance.fault.farm.Farm;
import io.renderyard.conformance.fault.farm.FarmProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Row 8: a gateway dies while it takes a batch of 10,000 items, at any byte of it. */
class BatchUploadFaultIT {
    private static final int KILLS = 5;
    private static final int LONGEST_ACCEPT_MILLIS = 300;
    private static final Duration TAKEN = Duration.ofMinutes(1);
    private static final Duration DRAWN = Duration.ofMinutes(5);

    @Test
    void aBatchIsThereWithAllItsItemsOrNotAtAll() {
        Row.run(8, (farm, row) -> {
            int items = Row.size(10_000);
            int polls = 0;
            farm.workers("worker", 1, Size.slots(8));
            for (int kill = 1; kill <= KILLS; kill++) {
                String upload = upload(kill, items);
                String key = "row-8-" + kill;
                killWhileSending(farm, row, kill, farm.client().uploadAsBytes(upload, key));
                assertThat(farm.ledger().count("select count(*) from batch")).isBetween(kill - 1L, (long) kill);
                wholeOnes(farm, items);

                Answer accepted = await("the batch is accepted")
                        .atMost(TAKEN)
                        .until(
                                () -> farm.client().uploadOnce(upload, key).filter(Answer::isAccepted),
                                Optional::isPresent)
                        .orElseThrow();
                assertThat(farm.ledger().count("select count(*) from batch")).isEqualTo(kill);
                wholeOnes(farm, items);
                polls += watch(farm, accepted.json().path("id").asString(), items, Row.size(1_000) / KILLS);
                row.tried(1);
            }
            row.note("items=%d, polls=%d".formatted(items, polls));
        });
    }

    /** A head and an item a line; no two of all batches are equal. */
    private static String upload(int batch, int items) {
        return Stream.concat(
                        Stream.of("{\"source\":{\"html\":\"<p>" + batch
                                + " {{n}}\"},\"concurrency\":200,\"cache\":\"off\"}"),
                        IntStream.range(0, items).mapToObj(item -> "{\"variables\":{\"n\":" + item + "}}"))
                .collect(Collectors.joining("\n"));
    }

    /** Each other time all bytes are sent, and it dies while it writes them down. */
    private static void killWhileSending(Farm farm, Row row, int kill, byte[] request) throws IOException {
        FarmProcess victim = farm.gateway("victim-" + kill, Map.of()).awaitReady();
        int bytes = kill % 2 == 0 ? request.length : row.random().nextInt(request.length);
        try (Socket line = new Socket(InetAddress.getLoopbackAddress(), victim.port())) {
            line.getOutputStream().write(request, 0, bytes);
            line.getOutputStream().flush();
            Wait.of(Duration.ofMillis(row.random().nextInt(LONGEST_ACCEPT_MILLIS)))
                    .untilOver();
            victim.kill();
        }
    }

    private static void wholeOnes(Farm farm, int items) {
        assertThat(farm.ledger().count("""
                        select count(*) from batch
                        where (select count(*) from job where batch_id = batch.id) <> %1$d or items <> %1$d""".formatted(items)))
                .as("batches with other than all their items")
                .isZero();
    }

    /** Until it has ended, and at least so many times. */
    private static int watch(Farm farm, String batch, int items, int atLeast) throws InterruptedException {
        Wait patience = Wait.of(DRAWN);
        boolean ended = false;
        int polls = 0;
        while (!ended || polls < atLeast) {
            assertThat(patience.isOver()).as("the batch has not ended").isFalse();
            Optional<Answer> answer = farm.client().getOnce("/api/v1/batches/" + batch);
            JsonNode view = answer.filter(Answer::isAccepted).orElseThrow().json();
            JsonNode totals = view.path("totals");
            assertThat(totals.path("items").asInt()).isEqualTo(items);
            assertThat(Stream.of("waiting", "queued", "running", "succeeded", "failed", "cancelled")
                            .mapToInt(state -> totals.path(state).asInt())
                            .sum())
                    .as(totals.toString())
                    .isEqualTo(items);
            ended = view.hasNonNull("finishedAt");
            polls++;
        }
        return polls;
    }
}
