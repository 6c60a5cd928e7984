package io.renderyard.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.job.JobChanges;
import io.renderyard.kernel.job.JobId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

class RoundsTest {
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration NEVER = Duration.ofHours(1);

    private final List<JobChanges.Listener> listeners = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Integer> begun = new LinkedBlockingQueue<>();
    private final SynchronousQueue<Boolean> answers = new SynchronousQueue<>();
    private @Nullable Rounds rounds;

    @AfterEach
    void stop() {
        if (rounds != null) {
            rounds.stop();
        }
    }

    private Rounds start(Duration longest, BooleanSupplier step) {
        Rounds started = new Rounds("rounds", this::subscribe, AT_ONCE, longest, step);
        rounds = started;
        started.start();
        return started;
    }

    private JobChanges.Subscription subscribe(JobChanges.Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void change() {
        listeners.forEach(listener -> listener.changed(new JobId(new UUID(0, 1))));
    }

    /** A step that is told by the test how it ends. */
    private boolean step() {
        begun.add(1);
        try {
            return answers.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void awaitStep() throws InterruptedException {
        assertThat(begun.poll(10, TimeUnit.SECONDS)).as("a step begins").isNotNull();
    }

    private void answer(boolean more) throws InterruptedException {
        assertThat(answers.offer(more, 10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void itGoesOnAtOnceWhileThereIsMore() throws InterruptedException {
        var _ = start(NEVER, this::step);

        awaitStep();
        answer(true);
        awaitStep();
        answer(true);
        awaitStep();
    }

    @Test
    void aChangeBringsTheNextRound() throws InterruptedException {
        var _ = start(NEVER, this::step);
        awaitStep();
        answer(false);

        change();

        awaitStep();
    }

    @Test
    void aChangeDuringARoundIsNotLost() throws InterruptedException {
        var _ = start(NEVER, this::step);
        awaitStep();

        change();
        answer(false);

        awaitStep();
    }

    @Test
    void manyChangesDuringARoundBringOneMore() throws InterruptedException {
        var _ = start(NEVER, this::step);
        awaitStep();
        for (int i = 0; i < 1_000; i++) {
            change();
        }
        answer(false);
        awaitStep();
        answer(false);

        // Nothing calls any more; a round for each change would have begun long before this.
        assertThat(begun.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void missedChangesCountAsOne() throws InterruptedException {
        var _ = start(NEVER, this::step);
        awaitStep();
        answer(false);

        listeners.forEach(JobChanges.Listener::missedSome);

        awaitStep();
    }

    @Test
    void withoutAnyChangeItLooksAfterAWhile() throws InterruptedException {
        var _ = start(Duration.ofMillis(20), this::step);

        awaitStep();
        answer(false);
        awaitStep();
    }

    @Test
    void itOutlivesEveryFailure() throws InterruptedException {
        BlockingQueue<RuntimeException> failures = new LinkedBlockingQueue<>(List.of(
                new QueryTimeoutException("away"),
                new CannotCreateTransactionException("away"),
                new IllegalStateException("a defect")));
        var _ = start(Duration.ofMillis(20), () -> {
            RuntimeException failure = failures.poll();
            if (failure != null) {
                throw failure;
            }
            return step();
        });

        awaitStep();
        assertThat(failures).isEmpty();
    }

    @Test
    void afterItsStopNobodyCallsIt() throws InterruptedException {
        Rounds started = start(NEVER, this::step);
        awaitStep();

        started.stop();

        assertThat(started.isRunning()).isFalse();
        assertThat(listeners).isEmpty();
    }
}
