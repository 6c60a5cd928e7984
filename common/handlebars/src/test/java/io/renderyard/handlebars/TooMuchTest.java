package io.renderyard.handlebars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TooMuchTest {
    private static final Map<String, Object> HUNDRED =
            Map.of("list", IntStream.range(0, 100).boxed().toList(), "deep", nested(400));

    private static Object nested(int levels) {
        return levels == 0 ? List.of() : List.of(nested(levels - 1));
    }

    @Test
    void theTextHasABound() throws Exception {
        HandlebarsTemplate template = HandlebarsTemplate.compile("ab{{c}}");

        assertThat(template.fill(Map.of("c", "c"), 3)).isEqualTo("abc");
        assertThatThrownBy(() -> template.fill(Map.of("c", "<"), 3))
                .isInstanceOf(TooMuchException.class)
                .hasMessageContaining("longer than 3 characters");
    }

    @Test
    void theBoundHoldsWithinLoops() throws Exception {
        HandlebarsTemplate template = HandlebarsTemplate.compile(
                "{{#each list}}{{#each ../list}}" + "{{@root.text}}".repeat(9_000) + "{{/each}}{{/each}}");
        Map<String, Object> values = Map.of("list", List.of(1, 2, 3), "text", "x".repeat(1_000_000));

        assertThatThrownBy(() -> template.fill(values, 10_000_000)).isInstanceOf(TooMuchException.class);
    }

    @ParameterizedTest
    @Timeout(90)
    @ValueSource(
            strings = {
                "",
                "{{! comment }}",
                "{{missing}}",
                "{{@missing}}",
                "{{#if missing}}x{{/if}}",
                "{{#missing}}x{{/missing}}",
                "{{^list}}x{{/list}}",
                "{{lookup @root.list 'x'}}",
                "{{@root.a.b.c.d.e.f.g}}",
                "{{../../../../../a}}",
                "{{@root.deep}}",
            })
    void loopsThatWriteNothingEnd(String within) throws Exception {
        HandlebarsTemplate template = HandlebarsTemplate.compile(
                "{{#each list}}" + "{{#each @root.list}}".repeat(5) + within.repeat(1_000) + "{{/each}}".repeat(6));
        long start = System.nanoTime();

        assertThatThrownBy(() -> template.fill(HUNDRED, 10_000_000))
                .isInstanceOf(TooMuchException.class)
                .hasMessageContaining("5,000,000 steps");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void aLargeTableIsNotTooMuch() throws Exception {
        List<Map<String, Integer>> rows = IntStream.range(0, 20_000)
                .mapToObj(row -> Map.of("a", row, "b", row, "c", row))
                .toList();

        assertThat(HandlebarsTemplate.compile("{{#each rows}}<tr><td>{{a}}<td>{{b}}<td>{{c}}{{/each}}")
                        .fill(Map.of("rows", rows), 10_000_000))
                .endsWith("<td>19999");
    }
}
