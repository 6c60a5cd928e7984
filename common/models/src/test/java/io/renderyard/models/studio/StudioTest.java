package io.renderyard.models.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.renderyard.kernel.tenant.Secret;
import io.renderyard.models.Answer;
import io.renderyard.models.Backend;
import io.renderyard.models.Handle;
import io.renderyard.models.Kind;
import io.renderyard.models.Provider;
import io.renderyard.models.Trouble;
import io.renderyard.models.Wish;
import io.renderyard.models.studio.NotPainted.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(20)
class StudioTest {
    private static final Wish WISH = new Wish("a lighthouse", "1:1");
    private static final Duration PLENTY = Duration.ofMinutes(10);

    private final HandCrankedClock clock = new HandCrankedClock();
    private final List<String> log = ScriptedModel.log();
    private final ScriptedModel one = new ScriptedModel("one", log);
    private final ScriptedModel two = new ScriptedModel("two", log);
    private final Remembered memory = new Remembered(log);
    private final Studio studio = studio(provider("one"), provider("two"));

    @Test
    void theFirstBackendPaints() throws Exception {
        one.paints();

        Painted painted = paint();

        assertThat(painted.provider()).isEqualTo("one");
        assertThat(painted.model()).isEqualTo("model-one");
        assertThat(painted.requestId()).isEqualTo("one-request");
        assertThat(painted.contentType()).isEqualTo("image/png");
        assertThat(log).containsExactly("one: submit model-one");
    }

    @Test
    void whoHasNoKeyIsNotAsked() throws Exception {
        two.paints();
        Studio half =
                studio(new Provider("one", Kind.FAL, URI.create("https://one.example"), null, 1), provider("two"));

        assertThat(half.paint("m", WISH, memory, PLENTY).provider()).isEqualTo("two");
        assertThat(half.isConfigured()).isTrue();
        assertThat(half.serves("m")).isTrue();
        assertThat(half.serves("unknown")).isFalse();
    }

    @Test
    void withoutAnyKeyThereIsNoModel() {
        Studio none = studio(
                new Provider("one", Kind.FAL, URI.create("https://one.example"), null, 1),
                new Provider("two", Kind.BFL, URI.create("https://two.example"), null, 1));

        assertThat(none.isConfigured()).isFalse();
        NotPainted why = assertThrows(NotPainted.class, () -> none.paint("m", WISH, memory, PLENTY));
        assertThat(why.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(why).hasMessageContaining("'m'").hasMessageContaining("no key");
    }

    @Test
    void aModelThatNobodyHasIsUnavailable() {
        NotPainted why = assertThrows(NotPainted.class, () -> studio.paint("unknown", WISH, memory, PLENTY));

        assertThat(why.reason()).isEqualTo(Reason.UNAVAILABLE);
    }

    @Test
    void aFailureOnTheWayIsTriedAgainWithGrowingGapsAndThenElsewhere() throws Exception {
        one.fails(Trouble.TRANSIENT);
        two.paints();

        assertThat(paint().provider()).isEqualTo("two");
        assertThat(log.stream().filter(each -> each.startsWith("one"))).hasSize(5);
        assertThat(clock.pauses()).hasSize(4);
        for (int gap = 0; gap < 4; gap++) {
            assertThat(clock.pauses().get(gap))
                    .isBetween(Duration.ofMillis(500L << gap), Duration.ofSeconds(1L << gap));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TRANSIENT", "ABANDONED", "FORGOTTEN"})
    void whatPassesIsTriedAgain(Trouble trouble) throws Exception {
        one.fails(trouble).fails(trouble).paints();

        assertThat(paint().provider()).isEqualTo("one");
    }

    @Test
    void whenAllFailTheLastWordsAreSaid() {
        one.fails(Trouble.TRANSIENT);
        two.fails(Trouble.USELESS);

        NotPainted why = failure();

        assertThat(why.reason()).isEqualTo(Reason.FAILED);
        assertThat(why).hasMessageContaining("'m'").hasMessageContaining("two says USELESS");
    }

    @Test
    void whoIsThrottledWaitsAsLongAsItIsTold() throws Exception {
        one.throttles(Duration.ofSeconds(22)).paints();

        assertThat(paint().provider()).isEqualTo("one");
        assertThat(clock.pauses()).containsExactly(Duration.ofSeconds(22));
    }

    @Test
    void whoSaysToWaitForNothingIsNotHammered() throws Exception {
        one.throttles(Duration.ZERO);
        two.paints();

        assertThat(paint().provider()).isEqualTo("two");
        assertThat(log).hasSizeLessThan(12);
    }

    @Test
    void anotherIsAskedWhenTheWaitWouldBeTooLong() throws Exception {
        one.throttles(Duration.ofHours(1));
        two.paints();

        assertThat(paint().provider()).isEqualTo("two");
        assertThat(clock.pauses()).isEmpty();

        assertThat(paint().provider()).isEqualTo("two");
        assertThat(log).containsExactly("one: submit model-one", "two: submit model-two", "two: submit model-two");
    }

    @Test
    void refusedWordsAreNotTakenElsewhere() {
        one.fails(Trouble.POLICY);
        two.paints();

        NotPainted why = failure();

        assertThat(why.reason()).isEqualTo(Reason.REFUSED);
        assertThat(why).hasMessageContaining("Change the words").hasMessageContaining("one says POLICY");
        assertThat(log).hasSize(1);
    }

    @Test
    void aReferenceThatCannotBeUsedIsSaidSo() {
        one.fails(Trouble.REFERENCE);

        assertThat(failure().reason()).isEqualTo(Reason.REFERENCE);
        assertThat(log).hasSize(1);
    }

    @Test
    void aRequestThatIsNotUnderstoodIsNotSentAgain() {
        one.fails(Trouble.BAD_REQUEST);
        two.paints();

        assertThat(failure().reason()).isEqualTo(Reason.FAILED);
        assertThat(log).hasSize(1);
    }

    @Test
    void aModelThatIsGoneIsLookedForElsewhere() throws Exception {
        one.fails(Trouble.GONE_MODEL);
        two.paints();

        assertThat(paint().provider()).isEqualTo("two");
        assertThat(log).hasSize(2);
    }

    @Test
    void aClosedAccountIsLeftAloneForAMinute() throws Exception {
        one.fails(Trouble.ACCOUNT).paints();
        two.paints();

        assertThat(paint().provider()).isEqualTo("two");
        clock.pass(Duration.ofSeconds(59));
        assertThat(paint().provider()).isEqualTo("two");
        assertThat(log).containsExactly("one: submit model-one", "two: submit model-two", "two: submit model-two");
        clock.pass(Duration.ofSeconds(2));
        assertThat(paint().provider()).isEqualTo("one");
    }

    @Test
    void whenAllAccountsAreClosedThereIsNoModel() {
        one.fails(Trouble.ACCOUNT);
        two.fails(Trouble.ACCOUNT);

        for (int times = 0; times < 2; times++) {
            NotPainted why = failure();
            assertThat(why.reason()).isEqualTo(Reason.UNAVAILABLE);
            assertThat(why).hasMessageContaining("two says ACCOUNT");
        }
        assertThat(log).hasSize(2);
    }

    @Test
    void anAnswerWithoutAPictureIsAskedForOnceMore() throws Exception {
        one.fails(Trouble.USELESS).paints();
        assertThat(paint().provider()).isEqualTo("one");
        assertThat(log).hasSize(2);
    }

    @Test
    void aSecondAnswerWithoutAPictureSendsUsElsewhere() throws Exception {
        one.fails(Trouble.USELESS);
        two.paints();

        assertThat(paint().provider()).isEqualTo("two");
        assertThat(log).hasSize(3);
    }

    @Test
    void aJobIsRememberedBeforeItIsAskedFor() throws Exception {
        one.isAtWork().isAtWork().paints();

        Painted painted = paint();

        assertThat(log)
                .containsExactly("one: submit model-one", "remember one-job", "one: poll one-job", "one: poll one-job");
        assertThat(painted.took()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
    }

    @Test
    void aRememberedJobIsGoneOnWith() throws Exception {
        two.isAtWork().paints();
        memory.handle = new Handle("two", "model-two", "two-job");

        assertThat(paint().provider()).isEqualTo("two");
        assertThat(log).containsExactly("two: poll two-job", "two: poll two-job");
    }

    @Test
    void aJobThatIsForgottenIsSubmittedAnew() throws Exception {
        one.fails(Trouble.FORGOTTEN).paints();
        memory.handle = new Handle("one", "model-one", "old-job");

        assertThat(paint().provider()).isEqualTo("one");
        assertThat(log).containsExactly("one: poll old-job", "one: submit model-one");
    }

    @Test
    void aJobOfAProviderThatIsNotSetUpAnyMoreIsSubmittedAnew() throws Exception {
        one.paints();
        memory.handle = new Handle("three", "model-three", "old-job");

        assertThat(paint().provider()).isEqualTo("one");
        assertThat(log).containsExactly("one: submit model-one");
    }

    @Test
    void aPollThatFailsDoesNotSubmitTheJobAgain() throws Exception {
        one.isAtWork()
                .fails(Trouble.TRANSIENT)
                .throttles(Duration.ofSeconds(9))
                .fails(Trouble.TRANSIENT)
                .paints();

        assertThat(paint().provider()).isEqualTo("one");
        assertThat(log.stream().filter(each -> each.contains("submit"))).hasSize(1);
        assertThat(clock.pauses()).contains(Duration.ofSeconds(9));
    }

    @Test
    void aJobThatTakesTooLongIsCancelledAndAnotherProviderAsked() throws Exception {
        one.isAtWork();
        two.paints();

        assertThat(paint().provider()).isEqualTo("two");
        assertThat(log).containsSubsequence("one: cancel one-job", "two: submit model-two");
        assertThat(log.stream().filter(each -> each.equals("one: submit model-one")))
                .hasSize(1);
        assertThat(log.size()).isLessThan(25);
    }

    @Test
    void whenTheTimeIsOverTheJobIsCancelled() {
        one.isAtWork();

        NotPainted why = assertThrows(NotPainted.class, () -> studio.paint("m", WISH, memory, Duration.ofSeconds(20)));

        assertThat(why.reason()).isEqualTo(Reason.LATE);
        assertThat(why).hasMessageContaining("within 20 s");
        assertThat(log).last().isEqualTo("one: cancel one-job");
    }

    @Test
    void anInterruptLeavesTheJobToAnotherWorker() {
        one.isAtWork().plays(verb -> {
            Thread.currentThread().interrupt();
            return new Answer.Pending(memory.remembered().orElseThrow(), Duration.ofSeconds(1));
        });

        assertThatThrownBy(this::paint).isInstanceOf(InterruptedException.class);
        assertThat(log).containsExactly("one: submit model-one", "remember one-job", "one: poll one-job");
    }

    @Test
    void aBackendNeedsAProvider() {
        assertThatThrownBy(() -> studio(provider("one")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'two', which is not set up");
        assertThatThrownBy(() -> studio(provider("one"), provider("two"), provider("two")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Painted paint() throws NotPainted, InterruptedException {
        return studio.paint("m", WISH, memory, PLENTY);
    }

    private NotPainted failure() {
        return assertThrows(NotPainted.class, this::paint);
    }

    private Studio studio(Provider... providers) {
        return new Studio(
                List.of(providers),
                Map.of("m", Stream.of("one", "two").map(StudioTest::backend).toList()),
                PLENTY,
                provider -> provider.name().equals("one") ? one : two,
                clock);
    }

    private static Backend backend(String name) {
        return new Backend(name, "model-" + name, null, Map.of(), Duration.ofSeconds(60), Map.of());
    }

    private static Provider provider(String name) {
        return new Provider(name, Kind.FAL, URI.create("https://" + name + ".example"), new Secret("key-" + name), 2);
    }

    private static final class Remembered implements Memory {
        private final List<String> log;
        private @Nullable Handle handle;

        Remembered(List<String> log) {
            this.log = log;
        }

        @Override
        public Optional<Handle> remembered() {
            return Optional.ofNullable(handle);
        }

        @Override
        public void remember(Handle handle) {
            log.add("remember " + handle.text());
            this.handle = handle;
        }
    }
}
