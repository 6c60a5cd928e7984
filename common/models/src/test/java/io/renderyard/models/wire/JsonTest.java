package io.renderyard.models.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class JsonTest {
    private static final String LONG = "QUJD".repeat(50_000);

    private static final byte[] LONG_BYTES = Base64.getDecoder().decode(LONG);

    @Test
    void longTextsInBase64AreGivenAsTheirBytes() {
        JsonNode json = read("{\"é\": \"ü\", \"data\": [ {\"b64_json\" : \"" + LONG + "\", \"n\": 1}, \"" + LONG
                + "x\", \"" + LONG + "\", \"short\"], \"last\": \"" + LONG + "\"}");

        assertThat(json.at("/data/0/b64_json").binaryValue()).isEqualTo(LONG_BYTES);
        assertThat(json.at("/data/0/n").intValue()).isOne();
        assertThat(json.at("/data/1").stringValue()).isEqualTo(LONG + "x");
        assertThat(json.at("/data/2").binaryValue()).isEqualTo(LONG_BYTES);
        assertThat(json.at("/data/3").stringValue()).isEqualTo("short");
        assertThat(json.at("/last").binaryValue()).isEqualTo(LONG_BYTES);
        assertThat(json.at("/é").stringValue()).isEqualTo("ü");
        assertThat(json.propertyNames()).containsExactly("é", "data", "last");
        assertThat(read("\"" + LONG + "\"").binaryValue()).isEqualTo(LONG_BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "QQ", "QQ==", "QUI", "QUI="})
    void theBytesAreAsManyAsThereAre(String end) {
        assertThat(read("[\"" + LONG + end + "\"]").at("/0").binaryValue())
                .isEqualTo(Base64.getDecoder().decode(LONG + end));
    }

    @Test
    void whatIsReadMayLieAnywhereInALongerArray() {
        byte[] json = ("  {\"a\": \"" + LONG + "\", \"b\": \"c\"} and more").getBytes(StandardCharsets.UTF_8);
        ByteBuffer part = ByteBuffer.wrap(json, 2, json.length - 11);

        JsonNode read = Json.read(part);

        assertThat(read.at("/a").binaryValue()).isEqualTo(LONG_BYTES);
        assertThat(read.at("/b").stringValue()).isEqualTo("c");
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
