package io.renderyard.expression;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Texts that nobody would write. The build runs the seeds that lie among the resources; with {@code JAZZER_FUZZ=1} and
 * the name of one test the fuzzer looks for more, led by what of the code a text reaches.
 */
class LanguageFuzzTest {
    private static final long STEPS = 10_000_000;

    @FuzzTest(maxExecutions = STEPS, maxDuration = "12h")
    void aTemplateIsFilledOrRefused(FuzzedDataProvider data) {
        Escape escape = data.pickValue(Escape.values());
        Filling how = Promises.filling(escape, data.consumeBoolean(), data.consumeBoolean());

        Promises.ofTemplate(data.consumeRemainingAsString(), how);
    }

    @FuzzTest(maxExecutions = STEPS, maxDuration = "12h")
    void anExpressionHasAResultOrIsRefused(FuzzedDataProvider data) {
        boolean isStrict = data.consumeBoolean();

        Promises.ofExpression(data.consumeRemainingAsString(), isStrict);
    }

    @FuzzTest(maxExecutions = STEPS, maxDuration = "12h")
    void aValueIsNeverReadAsATemplate(FuzzedDataProvider data) throws Exception {
        Promises.ofValue(data.consumeRemainingAsString());
    }
}
