package io.renderyard.models.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.renderyard.kernel.tenant.Secret;
import io.renderyard.models.Backend;
import io.renderyard.models.Kind;
import io.renderyard.models.ModelFailure;
import io.renderyard.models.Provider;
import io.renderyard.models.Trouble;
import io.renderyard.models.Wish;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many for a provider with one place. */
@Timeout(120)
class LineTest {
    private static final Duration LONG = Duration.ofHours(1);

    /** Of a picture's own work, much less than all of them take one after the other. */
    private static final Duration OWN = Duration.ofMillis(700);

    private static final Duration PAINTING = Duration.ofMillis(100);
    private static final int JOBS = 20;

    private final ScriptedModel model = new ScriptedModel("one", Collections.synchronizedList(ScriptedModel.log()));

    /** Time passes by painting alone, and nobody paints before all others stand in line. */
    @Test
    void whoStandsInLineLosesNothingOfItsOwnTime() throws Exception {
        HandCrankedClock clock = new HandCrankedClock();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch all = new CountDownLatch(1);
        model.plays(verb -> {
            begun.countDown();
            await(all);
            pause(clock);
            return ScriptedModel.done("one");
        });
        Studio studio = studio(LONG, OWN, clock);
        List<FutureTask<Painted>> jobs = Stream.generate(() -> new FutureTask<>(() -> paint(studio, OWN)))
                .limit(JOBS)
                .toList();

        Thread.ofVirtual().start(jobs.getFirst());
        assertThat(begun.await(40, TimeUnit.SECONDS)).isTrue();
        awaitInLine(
                jobs.stream().skip(1).map(job -> Thread.ofVirtual().start(job)).toList());
        all.countDown();

        for (FutureTask<Painted> job : jobs) {
            assertThat(job.get().provider()).isEqualTo("one");
        }
        assertThat(clock.pauses()).hasSize(JOBS);
    }

    @Test
    void patienceEnds() throws Exception {
        HandCrankedClock clock = new HandCrankedClock();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        model.plays(verb -> {
            begun.countDown();
            await(end);
            return ScriptedModel.done("one");
        });
        Studio studio = studio(Duration.ofMinutes(1), LONG, clock);
        FutureTask<Painted> first = new FutureTask<>(() -> paint(studio, LONG));
        FutureTask<Painted> second = new FutureTask<>(() -> paint(studio, LONG));
        Thread.ofVirtual().start(first);
        assertThat(begun.await(40, TimeUnit.SECONDS)).isTrue();
        awaitInLine(List.of(Thread.ofVirtual().start(second)));

        clock.pass(Duration.ofMinutes(1));

        Throwable why = assertThrows(ExecutionException.class, () -> second.get(40, TimeUnit.SECONDS))
                .getCause();
        assertThat(why)
                .hasMessageContaining("no place free for this within 60 s")
                .isInstanceOfSatisfying(
                        NotPainted.class, late -> assertThat(late.reason()).isEqualTo(NotPainted.Reason.LATE));
        end.countDown();
        assertThat(first.get().provider()).isEqualTo("one");
    }

    private static void awaitInLine(List<Thread> threads) {
        Awaitility.await("all stand in line")
                .atMost(Duration.ofSeconds(40))
                .until(() -> threads.stream().allMatch(one -> one.getState() == Thread.State.TIMED_WAITING));
    }

    private Studio studio(Duration patience, Duration own, Timekeeper time) {
        Provider provider =
                new Provider("one", Kind.FAL, URI.create("https://one.example"), new Secret("a-key-of-one"), 1);
        return new Studio(
                List.of(provider),
                Map.of("m", List.of(new Backend("one", "model-one", null, Map.of(), own, Map.of()))),
                patience,
                any -> model,
                time);
    }

    private static Painted paint(Studio studio, Duration own) throws NotPainted, InterruptedException {
        return studio.paint("m", new Wish("fog", "1:1"), Memory.none(), own);
    }

    private static void pause(Timekeeper time) throws ModelFailure {
        try {
            time.pause(PAINTING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelFailure(Trouble.USELESS, "interrupted");
        }
    }

    private static void await(CountDownLatch end) throws ModelFailure {
        try {
            assertThat(end.await(40, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelFailure(Trouble.USELESS, "interrupted");
        }
    }
}
