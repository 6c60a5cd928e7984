package io.renderyard.gateway.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "w=50%25|50%",
                "w=50%|50%",
                "w=5%2|5%2",
                "w=%zz|%zz",
                "w=%7|%7",
                "w=a+b|a b",
                "w=%C3%BC|ü",
                "a=1&w=2|2",
                "w=a=b|a=b",
                "w=100%&x=33%25|100%"
            })
    void aPercentSignThatEscapesNothingIsItself(String raw, String value) {
        assertThat(Query.parse(raw).all("w")).containsExactly(value);
    }

    @Test
    void whatIsThereTwiceIsFoundTwice() {
        Query query = Query.parse("w=1&w=2&h&&=x");

        assertThat(query.all("w")).containsExactly("1", "2");
        assertThat(query.all("h")).containsExactly("");
        assertThat(query.all("z")).isEqualTo(List.of());
        assertThat(Query.parse(null).all("w")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=%7e+b&a=%7E%20b&&c", "x=33%&y=66%25&", "=&==&%"})
    void theRawTextIsKept(String raw) {
        assertThat(Query.parse(raw).raw()).isEqualTo(raw);
    }

    @Test
    void someOfTheParametersCanBeHandedOnAsTheyWere() {
        Query query = Query.parse("html=%3Cb%3e&crop%5Fw=33%&dpi=72");

        assertThat(query.names()).containsExactly("html", "crop_w", "dpi");
        assertThat(new Query(query.pairs().subList(1, 3)).raw()).isEqualTo("crop%5Fw=33%&dpi=72");
    }
}
