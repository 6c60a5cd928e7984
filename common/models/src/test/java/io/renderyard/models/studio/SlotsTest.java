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

@Timeout(20)
class SlotsTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final Timekeeper time = Timekeeper.ofTheSystem();
    private final Slots slots = new Slots(2, time);

    @Test
    void whoFindsNoPlaceInTimeIsTurnedAway() throws Exception {
        assertThat(slots.enter(in(5_000), LONG)).isTrue();
        assertThat(slots.enter(in(5_000), LONG)).isTrue();
        assertThat(slots.enter(in(50), LONG)).isFalse();
    }

    @Test
    void aPlaceThatIsLeftIsTaken() throws Exception {
        assertThat(slots.enter(in(5_000), LONG)).isTrue();
        assertThat(slots.enter(in(5_000), LONG)).isTrue();
        AtomicBoolean entered = new AtomicBoolean();
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                entered.set(slots.enter(in(10_000), LONG));
            } catch (InterruptedException e) {
                entered.set(false);
            }
        });
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        slots.leave();

        assertThat(waiting.join(Duration.ofSeconds(5))).isTrue();
        assertThat(entered).isTrue();
    }

    @Test
    void whoWaitsLongestGoesFirst() throws Exception {
        Slots one = new Slots(1, time);
        assertThat(one.enter(in(5_000), LONG)).isTrue();
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            int mine = number;
            Thread thread = Thread.ofVirtual().start(() -> {
                try {
                    if (one.enter(in(10_000), LONG)) {
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
            assertThat(thread.join(Duration.ofSeconds(5))).isTrue();
        }
        assertThat(order).isSorted().hasSize(20).startsWith(0);
    }

    @Test
    void afterTooMuchFewerMayEnterAndNobodyBeforeItsTime() throws Exception {
        slots.shrink(Duration.ofMillis(200));

        assertThat(slots.enter(in(50), LONG)).isFalse();
        long before = System.nanoTime();
        assertThat(slots.enter(in(5_000), LONG)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(100));
        assertThat(slots.enter(in(50), LONG)).isFalse();
    }

    @Test
    void whoIsToStayAwayForTooLongIsTurnedAwayAtOnce() throws Exception {
        slots.shrink(Duration.ofSeconds(30));

        long before = System.nanoTime();
        assertThat(slots.enter(in(60_000), Duration.ofSeconds(20))).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }

    private long in(long millis) {
        return time.nanos() + Duration.ofMillis(millis).toNanos();
    }
}
