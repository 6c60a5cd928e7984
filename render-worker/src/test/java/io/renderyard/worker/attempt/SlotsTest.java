package io.renderyard.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.kernel.job.Lane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SlotsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final BlockingQueue<Lane> winners = new LinkedBlockingQueue<>();

    @Test
    void thereAreNoMorePlacesThanGiven() throws InterruptedException {
        Slots slots = new Slots(2);

        assertThat(slots.acquire(Lane.BATCH, Duration.ZERO)).isTrue();
        assertThat(slots.acquire(Lane.BATCH, Duration.ZERO)).isTrue();
        assertThat(slots.acquire(Lane.INTERACTIVE, Duration.ofMillis(1))).isFalse();
        slots.release();
        assertThat(slots.acquire(Lane.PROMPT, Duration.ZERO)).isTrue();
    }

    @Test
    void whoWaitsInAnEarlierLaneIsServedFirst() throws InterruptedException {
        for (int round = 0; round < 20; round++) {
            Slots slots = new Slots(1);
            assertThat(slots.acquire(Lane.INTERACTIVE, Duration.ZERO)).isTrue();
            List<Lane> lastFirst = List.of(Lane.PROMPT, Lane.HEAVY, Lane.BATCH, Lane.INTERACTIVE);
            lastFirst.forEach(lane -> waiting(slots, lane));

            for (Lane expected : lastFirst.reversed()) {
                slots.release();
                assertThat(winners.poll(5, TimeUnit.SECONDS)).isEqualTo(expected);
            }
        }
    }

    @Test
    void whoIsInterruptedWhileWaitingTakesNoPlace() throws InterruptedException {
        Slots slots = new Slots(1);
        assertThat(slots.acquire(Lane.BATCH, Duration.ZERO)).isTrue();
        Thread waiter = waiting(slots, Lane.BATCH);

        waiter.interrupt();
        waiter.join();
        slots.release();

        assertThat(winners).isEmpty();
        assertThat(slots.acquire(Lane.BATCH, Duration.ZERO)).isTrue();
    }

    @Test
    void nobodyIsForgottenInACrowd() throws InterruptedException {
        Slots slots = new Slots(3);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger served = new AtomicInteger();
        List<Thread> crowd = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Lane lane = Lane.values()[i % Lane.values().length];
            crowd.add(Thread.ofPlatform().start(() -> {
                try {
                    for (int turn = 0; turn < 200; turn++) {
                        if (slots.acquire(lane, LONG)) {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            Thread.yield();
                            inside.decrementAndGet();
                            served.incrementAndGet();
                            slots.release();
                        }
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        for (Thread one : crowd) {
            one.join();
        }

        assertThat(served).hasValue(12 * 200);
        assertThat(most.get()).isBetween(1, 3);
    }

    private Thread waiting(Slots slots, Lane lane) {
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                if (slots.acquire(lane, LONG)) {
                    winners.add(lane);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().pollInterval(Duration.ofMillis(2)).until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        return thread;
    }
}
