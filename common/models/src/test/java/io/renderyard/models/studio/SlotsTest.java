package io.renderyard.models.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlotsTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final Timekeeper time = Timekeeper.ofTheSystem();
    private final Slots slots = new Slots(2, time);

    @Test
    void whoFindsNoPlaceInTimeIsTurnedAway() throws Exception {
        assertThat(slots.enter(in(50_000), LONG)).isTrue();
        assertThat(slots.enter(in(50_000), LONG)).isTrue();
        assertThat(slots.enter(in(50), LONG)).isFalse();
    }

    @Test
    void aPlaceThatIsLeftIsTaken() throws Exception {
        assertThat(slots.enter(in(50_000), LONG)).isTrue();
        assertThat(slots.enter(in(50_000), LONG)).isTrue();
        AtomicBoolean entered = new AtomicBoolean();
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                entered.set(slots.enter(in(50_000), LONG));
            } catch (InterruptedException e) {
                entered.set(false);
            }
        });
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        slots.leave();

        assertThat(waiting.join(Duration.ofSeconds(30))).isTrue();
        assertThat(entered).isTrue();
    }

    @Test
    void whoWaitsLongestGoesFirst() throws Exception {
        Slots one = new Slots(1, time);
        assertThat(one.enter(in(50_000), LONG)).isTrue();
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            int mine = number;
            Thread thread = Thread.ofVirtual().start(() -> {
                try {
                    if (one.enter(in(50_000), LONG)) {
                        order.add(mine);
                        one.leave();
                    }
                } catch (InterruptedException e) {
                    order.add(-1);
                }
            });
            await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
            threads.add(thread);
        }

        one.leave();

        for (Thread thread : threads) {
            assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
        }
        assertThat(order).isSorted().hasSize(20).startsWith(0);
    }

    @Test
    void afterTooMuchNobodyEntersBeforeItsTime() throws Exception {
        HandCrankedClock clock = new HandCrankedClock();
        Slots cranked = new Slots(2, clock);
        cranked.shrink(Duration.ofMillis(200));

        assertThat(cranked.enter(clock.nanos() + Duration.ofMillis(50).toNanos(), LONG))
                .isFalse();
        assertThat(clock.pauses()).isEmpty();
        assertThat(cranked.enter(clock.nanos() + Duration.ofSeconds(5).toNanos(), LONG))
                .isTrue();
        assertThat(clock.pauses()).containsExactly(Duration.ofMillis(200));
    }

    @Test
    void afterTooMuchFewerMayEnter() throws Exception {
        long before = System.nanoTime();
        slots.shrink(Duration.ofMillis(200));

        assertThat(slots.enter(in(50_000), LONG)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        assertThat(slots.enter(in(50), LONG)).isFalse();
    }

    @Test
    void whoIsToStayAwayForTooLongIsTurnedAwayAtOnce() throws Exception {
        HandCrankedClock clock = new HandCrankedClock();
        Slots cranked = new Slots(2, clock);
        cranked.shrink(Duration.ofSeconds(30));

        assertThat(cranked.enter(clock.nanos() + Duration.ofSeconds(60).toNanos(), Duration.ofSeconds(20)))
                .isFalse();
        assertThat(clock.pauses()).isEmpty();
    }

    private long in(long millis) {
        return time.nanos() + Duration.ofMillis(millis).toNanos();
    }
}
