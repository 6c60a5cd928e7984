package io.renderyard.dialect.hcti;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class BodiesTest {
    @Test
    void anObjectIsRead() {
        ObjectNode read = Asked.understood(Bodies.json(bytes(" {\"html\":\"é\",\"__type\":\"templated\"}\n")));

        assertThat(read.path("html").asString()).isEqualTo("é");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "1", "\"{}\"", "[]", "[{}]"})
    void whatIsNoObjectIsRefused(String body) {
        assertThat(Asked.refused(Bodies.json(bytes(body))).message()).isEqualTo("The body must be a JSON object.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{} {}", "{}x", "{'html':'x'}", "{\"html\":secret}"})
    void whatIsNotJsonIsRefusedWithItsPlaceAndWithoutItsWords(String body) {
        assertThat(Asked.refused(Bodies.json(bytes(body))).message())
                .startsWith("The body is not JSON (line 1, column ")
                .doesNotContain("secret");
    }

    @Test
    void whatGoesBeyondAllBoundsIsRefused() {
        String deep = "{\"a\":" + "[".repeat(200) + "]".repeat(200) + "}";

        for (String body : List.of(deep, "{\"a\":1e9999999999}", "{\"a\":" + "1".repeat(2_000) + "}")) {
            assertThat(Asked.refused(Bodies.json(bytes(body))).message())
                    .isEqualTo("The body is nested too deep, or has a name or a number that is too long.");
        }
        assertThat(Bodies.values(List.of(Map.entry("v", "1e9999999999"))).path("v"))
                .hasToString("\"1e9999999999\"");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "{},true",
                "{,true",
                "\" \n\t{\",true",
                "a={},false",
                "\"\",false",
                "\" \",false",
                "[],false",
                "é,false"
            })
    void textThatBeginsWithABraceLooksLikeJson(String body, boolean looks) {
        assertThat(Bodies.looksLikeJson(bytes(body))).isEqualTo(looks);
    }

    @Test
    void theLastOfANameCountsInAForm() {
        assertThat(form("html", "a", "css", "p{}", "html", "b")).isEqualTo(Asked.body("{'html':'b','css':'p{}'}"));
    }

    @Test
    void headersAndOriginsRepeatInAForm() {
        assertThat(form("headers", "X-A:b:c", "headers", "X-D:e", "additional_header_origins", "https://b.example"))
                .isEqualTo(Asked.body(
                        "{'headers':['X-A:b:c','X-D:e'],'additional_header_origins':['https://b.example']}"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Hello,\"Hello\"",
                "\"Hello\",\"Hello\"",
                "12,12",
                "1.50,1.50",
                "true,true",
                "null,null",
                "`{\"a\":[1,2]}`,`{\"a\":[1,2]}`",
                "`{\"a\":`,`\"{\\\"a\\\":\"`",
                "1 2,\"1 2\"",
                "``,\"\"",
                "` `,\" \""
            })
    void aValueOfAQueryIsJsonWhereItIsAndElseItsText(String given, String json) {
        assertThat(Bodies.values(List.of(Map.entry("v", given))).path("v")).hasToString(json);
    }

    private static ObjectNode form(String... namesAndValues) {
        return Bodies.form(IntStream.range(0, namesAndValues.length / 2)
                .mapToObj(at -> Map.entry(namesAndValues[2 * at], namesAndValues[2 * at + 1]))
                .toList());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
