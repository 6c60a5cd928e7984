package io.renderyard.dialect.pictify;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.render.PictureFormat;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract pictify.md, section 10.1. */
class BatchRequestsTest {
    private static final int MOST = 3;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'variableSets':[{'a':1},{}]}",
                "{'items':[{'variables':{'a':1}},{'variables':{}}]}",
                "{'items':[{'variables':{'a':1}},{}]}",
                "{'variables':[{'a':1},{}]}"
            })
    void setsHaveSeveralNames(String body) {
        BatchRequest request = understood(body);

        assertThat(request.values()).isEqualTo(new BatchRequest.Sets(List.of(Map.of("a", 1), Map.of())));
        assertThat(request.concurrency()).isEqualTo(5);
        assertThat(request.webhookUrl()).isNull();
        assertThat(request.render().layouts()).containsExactly("default");
        assertThat(request.render().drawing().output().format()).isEqualTo(new PictureFormat.Png());
    }

    @Test
    void eachSetOfADocumentIsADocumentOfItsOwn() {
        BatchRequest request = understood("{'variableSets':[{},{}],'format':'pdf'}");

        assertThat(request.render().sets()).isEmpty();
        assertThat(request.render().drawing().output().isPdf()).isTrue();
        assertThat(request.values()).isEqualTo(new BatchRequest.Sets(List.of(Map.of(), Map.of())));
    }

    @Test
    void aTableIsNamedWithWhatItsColumnsMean() {
        BatchRequest request = understood(
                "{'csvUrl':'https://files.example/a.csv','mappings':{'First name':'name','x':null},'concurrency':10,"
                        + "'webhookUrl':'https://hooks.example/','layouts':['a','a','b']}");

        assertThat(request.values())
                .isEqualTo(new BatchRequest.Sheet("https://files.example/a.csv", Map.of("First name", "name")));
        assertThat(request.concurrency()).isEqualTo(10);
        assertThat(request.webhookUrl()).isEqualTo(URI.create("https://hooks.example/"));
        assertThat(request.render().layouts()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; variableSets; out_of_range",
                "{'variableSets':[]}; variableSets; out_of_range",
                "{'variableSets':[{},{},{},{}]}; variableSets; out_of_range",
                "{'items':[1]}; items[0]; invalid_type",
                "{'csvUrl':3}; csvUrl; invalid_type",
                "{'csvUrl':'https://a.example/','mappings':{'a':1}}; mappings.a; invalid_type",
                "{'csvUrl':'https://a.example/','items':[{}]}; csvUrl; invalid_format"
            })
    void whatIsWrongIsToldByItsField(String body, String field, String code) {
        assertThat(read(body))
                .isInstanceOfSatisfying(
                        Reading.Wrong.class,
                        wrong -> assertThat(((Reading.Wrong<?>) wrong).problems())
                                .first()
                                .satisfies(problem -> {
                                    assertThat(problem.field()).isEqualTo(field);
                                    assertThat(problem.code()).isEqualTo(code);
                                }));
    }

    @Test
    void aSetHasABound() {
        String large = "{'variableSets':[{},{'a':'" + "x".repeat(70_000) + "'}]}";

        assertThat(read(large)).isInstanceOf(Reading.Wrong.class);
    }

    private static BatchRequest understood(String body) {
        return switch (read(body)) {
            case Reading.Understood<BatchRequest>(BatchRequest request) -> request;
            case Reading<BatchRequest> other -> throw new AssertionError("not understood: " + other);
        };
    }

    private static Reading<BatchRequest> read(String body) {
        return BatchRequests.read(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8), MOST);
    }
}
