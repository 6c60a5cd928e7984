package io.renderyard.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Viewport;
import io.renderyard.process.prompt.PromptSettings;
import io.renderyard.worker.rendering.RenderException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One place for what is not heavy, and one beside it. */
@Timeout(30)
class InTurnTest {
    private static final RenderSpec CARD = spec(new PictureFormat.Png());
    private static final RenderSpec MOVING =
            spec(new PictureFormat.Gif(10, null, Duration.ofSeconds(1), PictureFormat.Motion.AUTO, 16, 0));

    private final Slots slots = new Slots(1, 2);
    private final List<String> drawn = new CopyOnWriteArrayList<>();
    private final InTurn inTurn = inTurn(PlayedPrompts.SETTINGS);

    @Test
    void aPlaceIsTakenWhileItIsDrawnAndGivenBack() throws Exception {
        InTurn watched = new InTurn(
                (spec, atMost, progress) -> {
                    assertThat(slots.acquire(Lane.INTERACTIVE, Duration.ZERO)).isEmpty();
                    assertThat(atMost).isEqualTo(Duration.ofSeconds(30));
                    return AttemptRunnerTest.PICTURE;
                },
                slots,
                PlayedPrompts.SETTINGS);

        assertThat(watched.draw(CARD, Duration.ofSeconds(30), (done, of) -> {})).isSameAs(AttemptRunnerTest.PICTURE);

        assertThat(slots.acquire(Lane.INTERACTIVE, Duration.ZERO)).isPresent();
    }

    @Test
    void aPlaceIsGivenBackWhenDrawingFails() throws Exception {
        InTurn failing = new InTurn(
                (spec, atMost, progress) -> {
                    throw new RenderException(FailureCode.TIMEOUT, "not ready");
                },
                slots,
                PlayedPrompts.SETTINGS);

        assertThatThrownBy(() -> failing.draw(CARD, Duration.ZERO, (done, of) -> {}))
                .isInstanceOf(RenderException.class);

        assertThat(slots.acquire(Lane.INTERACTIVE, Duration.ZERO)).isPresent();
    }

    @Test
    void whoeverWaitsInPersonGoesBeforePromptsThatWaitedLonger() throws Exception {
        Slots.Place taken = slots.acquire(Lane.BATCH, Duration.ZERO).orElseThrow();
        waiting(() -> inTurn.draw(CARD, Duration.ZERO, (done, of) -> {}));
        waiting(() -> {
            try (Slots.Place place =
                    slots.acquire(Lane.INTERACTIVE, Duration.ofSeconds(20)).orElseThrow()) {
                drawn.add("person");
            }
        });

        taken.close();

        await().until(() -> drawn.size() == 2);
        assertThat(drawn).containsExactly("person", "prompt");
    }

    @Test
    void whatIsHeavyToDrawLeavesThePlaceToOthers() throws Exception {
        Slots.Place taken = slots.acquire(Lane.HEAVY, Duration.ZERO).orElseThrow();
        waiting(() -> inTurn.draw(MOVING, Duration.ZERO, (done, of) -> {}));

        assertThat(slots.acquire(Lane.INTERACTIVE, Duration.ZERO)).isPresent();

        taken.close();
        await().until(() -> drawn.size() == 1);
    }

    @Test
    void whoFindsNoPlaceInTimeFailsAsTheFarms() throws Exception {
        Slots.Place taken = slots.acquire(Lane.BATCH, Duration.ZERO).orElseThrow();
        PromptSettings settings = PlayedPrompts.SETTINGS;
        InTurn impatient = inTurn(new PromptSettings(
                settings.models(),
                settings.styles(),
                settings.providers(),
                null,
                settings.atMost(),
                Duration.ofMillis(1)));

        assertThatThrownBy(() -> impatient.draw(CARD, Duration.ZERO, (done, of) -> {}))
                .isInstanceOfSatisfying(
                        RenderException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(FailureCode.BROWSER_CRASHED));

        taken.close();
    }

    private InTurn inTurn(PromptSettings settings) {
        return new InTurn(
                (spec, atMost, progress) -> {
                    drawn.add("prompt");
                    return AttemptRunnerTest.PICTURE;
                },
                slots,
                settings);
    }

    private interface Step {
        void take() throws RenderException, InterruptedException;
    }

    /** Returns when it waits. */
    private static void waiting(Step step) {
        Thread thread = Thread.ofPlatform().daemon().start(() -> {
            try {
                step.take();
            } catch (RenderException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
    }

    private static RenderSpec spec(PictureFormat format) {
        return RenderSpec.plain(new Source.Html("<p>"), new Viewport(10, 10, 1), format);
    }
}
