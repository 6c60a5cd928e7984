package io.renderyard.gateway.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
