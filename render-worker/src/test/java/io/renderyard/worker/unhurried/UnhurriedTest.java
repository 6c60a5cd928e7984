package io.renderyard.worker.unhurried;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.renderyard.kernel.job.Lane;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class UnhurriedTest {
    private final Foreground foreground = new Foreground();
    private final Unhurried unhurried = new Unhurried(foreground, 1);

    @Test
    void aStepIsDoneOnAThreadOfItsOwnThatKnowsWhoAsked() throws Exception {
        AtomicReference<@Nullable Thread> doer = new AtomicReference<>();
        AtomicReference<@Nullable String> job = new AtomicReference<>();
        MDC.put("job", "seven");
        try {
            unhurried.end(() -> {
                doer.set(Thread.currentThread());
                job.set(MDC.get("job"));
            });
        } finally {
            MDC.clear();
        }

        assertThat(doer.get()).isNotNull().isNotEqualTo(Thread.currentThread());
        assertThat(doer.get().isVirtual()).isFalse();
        assertThat(job.get()).isEqualTo("seven");
    }

    @Test
    void whatAStepThrowsIsThrownToWhoeverAsked() {
        assertThatThrownBy(() -> unhurried.end(() -> {
                    throw new IllegalStateException("no disk");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no disk");
        assertThatThrownBy(() -> unhurried.end(() -> {
                    throw new InterruptedException("lost");
                }))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void anInterruptEndsTheStepFirst() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean over = new AtomicBoolean();
        AtomicBoolean wasOver = new AtomicBoolean();
        Thread asking = Thread.ofVirtual().start(() -> {
            try {
                unhurried.end(() -> {
                    begun.countDown();
                    try {
                        boolean unused = new CountDownLatch(1).await(1, TimeUnit.MINUTES);
                    } finally {
                        over.set(true);
                    }
                });
            } catch (InterruptedException e) {
                wasOver.set(over.get());
            }
        });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        asking.interrupt();

        assertThat(asking.join(Duration.ofSeconds(10))).isTrue();
        assertThat(wasOver).isTrue();
        AtomicBoolean next = new AtomicBoolean();
        unhurried.end(() -> next.set(!Thread.currentThread().isInterrupted()));
        assertThat(next).isTrue();
    }

    @Test
    void whoIsInterruptedInTheLineDoesNotWaitForIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread first = Thread.ofVirtual().start(() -> held(begun, goOn));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        AtomicBoolean done = new AtomicBoolean();
        Thread second = Thread.ofVirtual().start(() -> {
            try {
                unhurried.end(() -> done.set(true));
            } catch (InterruptedException expected) {
                Thread.currentThread().interrupt();
            }
        });

        second.interrupt();

        assertThat(second.join(Duration.ofSeconds(10))).isTrue();
        goOn.countDown();
        assertThat(first.join(Duration.ofSeconds(10))).isTrue();
        unhurried.end(() -> {});
        assertThat(done).isFalse();
    }

    @Test
    void whatEndsGoesBeforeWhatBegins() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Thread first = Thread.ofVirtual().start(() -> held(begun, goOn));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        CountDownLatch all = new CountDownLatch(2);
        for (String name : List.of("one", "two")) {
            unhurried.beginnings().execute(() -> {
                order.add(name);
                all.countDown();
            });
        }
        Thread end = Thread.ofVirtual().start(() -> ended(() -> order.add("end")));
        await().until(() -> end.getState() == Thread.State.WAITING);

        goOn.countDown();

        assertThat(first.join(Duration.ofSeconds(10))).isTrue();
        assertThat(end.join(Duration.ofSeconds(10))).isTrue();
        assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(order).containsExactly("end", "one", "two");
    }

    @Test
    void aStepWaitsForTheForegroundToBeEmpty() throws Exception {
        Foreground patient = new Foreground(Duration.ofDays(1), Duration.ofDays(1));
        try (Unhurried waiting = new Unhurried(patient, 1)) {
            Foreground.Stay stay = patient.enter(Lane.INTERACTIVE);
            Foreground.Stay other = patient.enter(Lane.INTERACTIVE);
            AtomicBoolean inFront = new AtomicBoolean(true);
            AtomicBoolean met = new AtomicBoolean();
            CountDownLatch done = new CountDownLatch(1);
            waiting.beginnings().execute(() -> {
                met.set(inFront.get());
                done.countDown();
            });
            stay.close();
            assertThat(done.await(20, TimeUnit.MILLISECONDS)).isFalse();

            inFront.set(false);
            other.close();

            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(met).isFalse();
        }
    }

    @Test
    void noStepWaitsForALaneThatNobodyWatches() throws Exception {
        Foreground patient = new Foreground(Duration.ofDays(1), Duration.ofDays(1));
        try (Foreground.Stay _ = patient.enter(Lane.BATCH);
                Foreground.Stay _ = patient.enter(Lane.HEAVY);
                Foreground.Stay _ = patient.enter(Lane.PROMPT)) {
            patient.letPass();
        }
    }

    @Test
    void aForegroundThatIsNeverEmptyHoldsUpNothingForLong() throws Exception {
        try (Foreground.Stay _ = foreground.enter(Lane.INTERACTIVE)) {
            unhurried.end(() -> {});
        }
    }

    @Test
    void restsOnlyWhilePeopleAreServed() {
        Duration computed = Duration.ofMillis(2);
        Duration longest = Duration.ofMillis(100);
        Foreground remembering = new Foreground(longest, Duration.ofDays(1));
        Foreground forgetful = new Foreground(longest, Duration.ZERO);
        assertThat(remembering.rest(computed)).isZero();

        try (Foreground.Stay _ = remembering.enter(Lane.INTERACTIVE);
                Foreground.Stay _ = forgetful.enter(Lane.INTERACTIVE)) {
            assertThat(forgetful.rest(computed)).isEqualTo(Duration.ofMillis(24));
            assertThat(forgetful.rest(Duration.ofSeconds(1))).isEqualTo(longest);
        }

        assertThat(remembering.rest(computed)).isPositive();
        assertThat(forgetful.rest(computed)).isZero();
    }

    @Test
    void aThreadRestsAfterWhatItComputed() throws Exception {
        Foreground remembering = new Foreground(Duration.ofDays(1), Duration.ofDays(1));
        remembering.enter(Lane.INTERACTIVE).close();
        long least = TimeUnit.MILLISECONDS.toNanos(10);
        AtomicLong ended = new AtomicLong();
        AtomicLong begun = new AtomicLong();
        try (Unhurried resting = new Unhurried(remembering, 1)) {
            resting.end(() -> {
                long until = cpuNanos() + least;
                while (cpuNanos() < until) {
                    Thread.onSpinWait();
                }
                ended.set(System.nanoTime());
            });
            resting.end(() -> begun.set(System.nanoTime()));
        }

        assertThat(begun.get() - ended.get()).isGreaterThan(10 * least);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void held(CountDownLatch begun, CountDownLatch goOn) {
        ended(() -> {
            begun.countDown();
            boolean unused = goOn.await(1, TimeUnit.MINUTES);
        });
    }

    private void ended(Unhurried.Step step) {
        try {
            unhurried.end(step);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
