package io.renderyard.gateway.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.renderyard.kernel.template.TemplateVariable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TemplateValuesTest {
    @Test
    void whatIsNotGivenIsWhatTheAuthorSays() {
        Map<String, @Nullable Object> given = new HashMap<>();
        given.put("none", null);
        given.put("other", 7);

        TemplateValues values = TemplateValues.of(
                List.of(variable("a", 1, false), variable("none", "x", false), variable("empty", "", false)), given);

        assertThat(values.all()).isEqualTo(Map.of("a", 1, "none", "x", "other", 7));
        assertThat(values.problems()).isEmpty();
    }

    @Test
    void whatIsGivenGoesBefore() {
        assertThat(TemplateValues.of(List.of(variable("a", 1, false)), Map.of("a", false))
                        .all())
                .isEqualTo(Map.of("a", false));
    }

    @Test
    void hisRulesAreKept() {
        TemplateVariable length = new TemplateVariable("length", "text", null, null, false, 2, 3, false, Map.of());

        assertThat(TemplateValues.of(List.of(variable("a", "", true), length), Map.of("length", "𝒶𝒷𝒸𝒹"))
                        .problems())
                .extracting(TemplateValues.Problem::variable, TemplateValues.Problem::rule)
                .containsExactly(tuple("a", TemplateValues.Rule.REQUIRED), tuple("length", TemplateValues.Rule.LENGTH));
        assertThat(TemplateValues.of(List.of(variable("a", "b", true), length), Map.of("length", "𝒶𝒷𝒸"))
                        .problems())
                .isEmpty();
        assertThat(TemplateValues.of(List.of(length), Map.of("length", "a")).problems())
                .hasSize(1);
    }

    private static TemplateVariable variable(String name, Object otherwise, boolean required) {
        return new TemplateVariable(name, "text", otherwise, null, required, null, null, false, Map.of());
    }
}
