package io.renderyard.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each ends because something is counted, whatever the machine; what was counted bounds the time and the memory. */
class BombsTest {
    private static final Map<String, @Nullable Object> VALUES = Bombs.values();
    private static final Set<EvaluationException.Code> BUDGETS = Set.of(
            EvaluationException.Code.TOO_MANY_STEPS,
            EvaluationException.Code.TOO_LONG,
            EvaluationException.Code.TOO_MANY_ITERATIONS);

    private static final Filling HOW = Filling.of(Escape.MARKUP, 1_000_000);

    static Set<String> bombs() {
        return Bombs.templates().keySet();
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void aBombIsADud(String name) {
        String text = Bombs.templates().getOrDefault(name, "");
        Budget budget = new Budget();

        Throwable end = catchThrowable(() -> Template.parse(text).fill(VALUES, HOW, budget));

        assertThat(end).isInstanceOfAny(SyntaxException.class, EvaluationException.class);
        mustHaveCountedOut(end, budget);
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void toTheLenientItIsADudOrText(String name) throws Exception {
        String text = Bombs.templates().getOrDefault(name, "");
        Budget budget = new Budget();

        Throwable end = catchThrowable(() -> Template.parseLeniently(text).fill(VALUES, HOW, budget));

        if (end == null) {
            assertThat(Template.parseLeniently(text).fill(VALUES, HOW)).isEqualTo(text);
        } else if (end instanceof SyntaxException e) {
            assertThat(e.code()).isEqualTo(SyntaxException.Code.TOO_LARGE);
        }
        mustHaveCountedOut(end, budget);
    }

    private static void mustHaveCountedOut(@Nullable Throwable end, Budget budget) {
        if (end instanceof EvaluationException e) {
            assertThat(BUDGETS).contains(e.code());
        }
        assertThat(budget.steps()).isLessThan(512_000);
        assertThat(budget.read()).isLessThanOrEqualTo(12_000_000);
        assertThat(budget.made()).isLessThanOrEqualTo(1 << 22);
    }
}
