package io.renderyard.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the language is promised to give, example by example. */
class VectorsTest {
    static Stream<List<String>> vectors() throws IOException {
        try (InputStream file = VectorsTest.class.getResourceAsStream("vectors.tsv")) {
            String all = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return all.lines().map(line -> List.of(line.split("\t", -1)));
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aVectorHolds(List<String> vector) throws Exception {
        String text = vector.get(2);
        Map<String, @Nullable Object> variables = variables(vector.get(3));
        Object expected = Json.parsed(vector.get(4), new Budget());

        Object actual = vector.get(1).equals("E")
                ? Expression.parse(text).evaluate(variables, false).value()
                : Template.parse(text).fill(variables, Filling.of(Escape.MARKUP, 1_000));

        assertThat(Json.written(actual, new Budget())).isEqualTo(Json.written(expected, new Budget()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> variables(String json) throws EvaluationException {
        return (Map<String, @Nullable Object>) Objects.requireNonNull(Json.parsed(json, new Budget()));
    }
}
