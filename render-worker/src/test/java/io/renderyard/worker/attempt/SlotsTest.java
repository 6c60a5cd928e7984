package io.renderyard.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.kernel.job.Lane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class SlotsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final BlockingQueue<Won> winners = new LinkedBlockingQueue<>();

    private record Won(Lane lane, Slots.Place place) {}

    @Test
    void thereAreNoMorePlacesThanGiven() throws InterruptedException {
        Slots slots = new Slots(2, 2);

        Slots.Place first = taken(slots, Lane.BATCH);
        assertThat(slots.acquire(Lane.BATCH, Duration.ZERO)).isPresent();
        assertThat(slots.acquire(Lane.INTERACTIVE, Duration.ofMillis(1))).isEmpty();
        first.close();
        assertThat(slots.acquire(Lane.PROMPT, Duration.ZERO)).isPresent();
    }

    @Test
    void aPlaceIsGivenBackOnceHoweverOftenItIsClosed() throws InterruptedException {
        Slots slots = new Slots(1, 2);
        Slots.Place place = taken(slots, Lane.BATCH);

        place.close();
        place.close();
        assertThat(slots.acquire(Lane.BATCH, Duration.ZERO)).isPresent();
        place.close();

        assertThat(slots.acquire(Lane.BATCH, Duration.ZERO)).isEmpty();
    }

    @Test
    void whoWaitsInAnEarlierLaneIsServedFirst() throws InterruptedException {
        for (int round = 0; round < 100; round++) {
            Slots slots = new Slots(2, 2);
            taken(slots, Lane.INTERACTIVE);
            Slots.Place place = taken(slots, Lane.INTERACTIVE);
            List<Lane> lastFirst = List.of(Lane.values()).reversed();
            lastFirst.forEach(lane -> waiting(slots, lane));

            for (Lane expected : lastFirst.reversed()) {
                place.close();
                place = winner(expected);
            }
        }
    }

    @ParameterizedTest(name = "{0} slots, {1} browsers")
    @CsvSource({
        // slots, browsers, light alone, heavy alone, light beside all that heavy, heavy beside all that light
        "1, 2, 1, 1, 1, 1",
        "2, 2, 2, 1, 1, 0",
        "3, 3, 3, 2, 1, 0",
        "8, 8, 8, 7, 1, 0",
    })
    void heavyWorkLeavesAPlaceForTheOthers(
            int light, int places, int lightAlone, int heavyAlone, int lightBeside, int heavyBeside)
            throws InterruptedException {
        Slots slots = new Slots(light, places);
        assertThat(fill(slots, Lane.HEAVY)).hasSize(heavyAlone);
        assertThat(fill(slots, Lane.INTERACTIVE)).hasSize(lightBeside);

        slots = new Slots(light, places);
        assertThat(fill(slots, Lane.BATCH)).hasSize(lightAlone);
        assertThat(fill(slots, Lane.HEAVY)).hasSize(heavyBeside);
    }

    @Test
    void aPlaceThatHeavyWorkGaveBackIsThereForHeavyWork() throws InterruptedException {
        Slots slots = new Slots(1, 2);
        taken(slots, Lane.HEAVY).close();

        assertThat(slots.acquire(Lane.HEAVY, Duration.ZERO)).isPresent();
    }

    private static List<Slots.Place> fill(Slots slots, Lane lane) throws InterruptedException {
        List<Slots.Place> taken = new ArrayList<>();
        Optional<Slots.Place> place = slots.acquire(lane, Duration.ZERO);
        while (place.isPresent()) {
            taken.add(place.get());
            place = slots.acquire(lane, Duration.ZERO);
        }
        return taken;
    }

    @Test
    void heavyWorkThatMayNotEnterHoldsUpNobodyBehindIt() throws InterruptedException {
        Slots slots = new Slots(2, 2);
        Slots.Place heavy = taken(slots, Lane.HEAVY);
        waiting(slots, Lane.HEAVY);

        Slots.Place prompt = slots.acquire(Lane.PROMPT, Duration.ZERO).orElseThrow();
        prompt.close();
        assertThat(winners).isEmpty();

        heavy.close();
        assertThat(winner(Lane.HEAVY)).isNotNull();
    }

    @Test
    void whoCanWaitNoLongerHoldsUpNobodyInALaterLane() throws InterruptedException {
        Slots slots = new Slots(1, 2);
        Slots.Place place = taken(slots, Lane.BATCH);
        waiting(slots, Lane.PROMPT);
        assertThat(slots.acquire(Lane.INTERACTIVE, Duration.ofMillis(1))).isEmpty();

        place.close();

        assertThat(winner(Lane.PROMPT)).isNotNull();
    }

    @Test
    void whoIsInterruptedWhileWaitingTakesNoPlace() throws InterruptedException {
        Slots slots = new Slots(1, 2);
        Slots.Place place = taken(slots, Lane.BATCH);
        Thread waiter = waiting(slots, Lane.INTERACTIVE);

        waiter.interrupt();
        waiter.join();
        place.close();

        assertThat(winners).isEmpty();
        assertThat(slots.acquire(Lane.BATCH, Duration.ZERO)).isPresent();
    }

    @Test
    void nobodyIsForgottenInACrowd() throws InterruptedException {
        Slots slots = new Slots(3, 3);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger served = new AtomicInteger();
        List<Thread> crowd = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Lane lane = Lane.values()[i % Lane.values().length];
            crowd.add(Thread.ofPlatform().start(() -> {
                try {
                    for (int turn = 0; turn < 200; turn++) {
                        try (Slots.Place place = taken(slots, lane)) {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            Thread.yield();
                            inside.decrementAndGet();
                            served.incrementAndGet();
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

    private static Slots.Place taken(Slots slots, Lane lane) throws InterruptedException {
        return slots.acquire(lane, LONG).orElseThrow();
    }

    private Slots.Place winner(Lane expected) throws InterruptedException {
        Won won = winners.poll(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(won).isNotNull();
        assertThat(won.lane()).isEqualTo(expected);
        return won.place();
    }

    private Thread waiting(Slots slots, Lane lane) {
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                winners.add(new Won(lane, taken(slots, lane)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().pollInterval(Duration.ofMillis(2)).until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        return thread;
    }
}
