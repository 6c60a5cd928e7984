package io.renderyard.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class UnhurriedTest {
    private final Unhurried unhurried = new Unhurried(1);

    @Test
    void aStepIsDoneOnAThreadOfItsOwnThatKnowsWhoAsked() throws Exception {
        AtomicReference<@Nullable Thread> doer = new AtomicReference<>();
        AtomicReference<@Nullable String> job = new AtomicReference<>();
        MDC.put("job", "seven");
        try {
            unhurried.run(() -> {
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
        assertThatThrownBy(() -> unhurried.run(() -> {
                    throw new IllegalStateException("no disk");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no disk");
        assertThatThrownBy(() -> unhurried.run(() -> {
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
                unhurried.run(() -> {
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

        assertThat(asking.join(java.time.Duration.ofSeconds(10))).isTrue();
        assertThat(wasOver).isTrue();
        AtomicBoolean next = new AtomicBoolean();
        unhurried.run(() -> next.set(!Thread.currentThread().isInterrupted()));
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
                unhurried.run(() -> done.set(true));
            } catch (InterruptedException expected) {
                Thread.currentThread().interrupt();
            }
        });

        second.interrupt();

        assertThat(second.join(java.time.Duration.ofSeconds(10))).isTrue();
        goOn.countDown();
        assertThat(first.join(java.time.Duration.ofSeconds(10))).isTrue();
        unhurried.run(() -> {});
        assertThat(done).isFalse();
    }

    private void held(CountDownLatch begun, CountDownLatch goOn) {
        try {
            unhurried.run(() -> {
                begun.countDown();
                boolean unused = goOn.await(1, TimeUnit.MINUTES);
            });
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
