package io.renderyard.models.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class JsonTest {
    private static final String LONG = "QUJD".repeat(50_000);

    @Test
    void longTextsAreReadAsTheyStandThere() {
        JsonNode json = read("{\"é\": \"ü\", \"data\": [ {\"b64_json\" : \"" + LONG + "\", \"n\": 1}, \"" + LONG
                + "x\"], \"after\": \"z\"}");

        assertThat(json.at("/data/0/b64_json").stringValue()).isEqualTo(LONG);
        assertThat(json.at("/data/0/n").intValue()).isOne();
        assertThat(json.at("/data/1").stringValue()).isEqualTo(LONG + "x");
        assertThat(json.at("/after").stringValue()).isEqualTo("z");
        assertThat(json.at("/é").stringValue()).isEqualTo("ü");
        assertThat(read("\"" + LONG + "\"").stringValue()).isEqualTo(LONG);
    }

    @Test
    void longTextsWithSignsThatStandForOthersAreDecoded() {
        JsonNode json = read("{\"escaped\": \"" + LONG + "\\/\\n\\u00e9\", \"wide\": \"" + LONG + "é漢\"}");

        assertThat(json.at("/escaped").stringValue()).isEqualTo(LONG + "/\né");
        assertThat(json.at("/wide").stringValue()).isEqualTo(LONG + "é漢");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "<html>", "{\"a\":", "{\"a\": \"", "\u0089PNG"})
    void whatIsNoJsonIsMissing(String text) {
        assertThat(read(text).isMissingNode()).isTrue();
        assertThat(read("{\"a\": \"" + LONG + text.replace("\"", "")).isMissingNode())
                .isTrue();
    }

    private static JsonNode read(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
