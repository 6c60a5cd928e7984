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
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many for a provider with one place. */
@Timeout(60)
class LineTest {
    private static final Duration LONG = Duration.ofHours(1);

    /** Of a picture's own work, much less than all of them take one after the other. */
    private static final Duration OWN = Duration.ofMillis(700);

    private static final Duration PAINTING = Duration.ofMillis(100);
    private static final int JOBS = 20;

    private final ScriptedModel model = new ScriptedModel("one", Collections.synchronizedList(ScriptedModel.log()));

    @Test
    void whoStandsInLineLosesNothingOfItsOwnTime() throws Exception {
        Timekeeper time = Timekeeper.ofTheSystem();
        model.plays(verb -> {
            pause(time);
            return ScriptedModel.done("one");
        });
        Studio studio = studio(LONG);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Painted> job = () -> paint(studio);
            for (Future<Painted> painted : threads.invokeAll(Collections.nCopies(JOBS, job))) {
                assertThat(painted.get().provider()).isEqualTo("one");
            }
        }
    }

    @Test
    void patienceEnds() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        model.plays(verb -> {
            begun.countDown();
            await(end);
            return ScriptedModel.done("one");
        });
        Studio studio = studio(Duration.ofSeconds(1));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Painted> first = threads.submit(() -> paint(studio));
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

            NotPainted why = assertThrows(NotPainted.class, () -> paint(studio));
            assertThat(why.reason()).isEqualTo(NotPainted.Reason.LATE);
            assertThat(why).hasMessageContaining("no place free for this within 1 s");

            end.countDown();
            assertThat(first.get().provider()).isEqualTo("one");
        }
    }

    private Studio studio(Duration patience) {
        Provider provider =
                new Provider("one", Kind.FAL, URI.create("https://one.example"), new Secret("a-key-of-one"), 1);
        return new Studio(
                List.of(provider),
                Map.of("m", List.of(new Backend("one", "model-one", null, Map.of(), OWN, Map.of()))),
                patience,
                any -> model,
                Timekeeper.ofTheSystem());
    }

    private static Painted paint(Studio studio) throws NotPainted, InterruptedException {
        return studio.paint("m", new Wish("fog", "1:1"), Memory.none(), OWN);
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
