package io.renderyard.worker.devtools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class CborTest {
    private static final int ROUNDS = 200_000;

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static ByteBuffer written(String json) throws CborWriter.TooLong {
        return CborWriter.write((ObjectNode) json(json), 1_000_000);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        return Arrays.copyOf(buffer.array(), buffer.limit());
    }

    @Test
    void whatTheBrowserSaysIsWhatItsJsonSays() {
        assertThat(new CborReader(Recorded.VALUE).document()).isEqualTo(json("""
                        {"id":4,"result":{"result":{"type":"object","value":{"a":"za\\u017c\\u00f3\\u0142\\u0107 \\ud83d\\ude00",
                        "b":1.5,"c":[-1,0,24,300,70000,-2147483648,4294967296.0,1e300,null,true,false],"d":{},"e":[],
                        "\\u043a\\u043b\\u044e\\u0447":"x","\\u00e9":"caf\\u00e9","f":-0.25}}},
                        "sessionId":"6F209F639382542A5F6A0A0D6F961957"}"""));
        assertThat(new CborReader(Recorded.NOT_A_NUMBER)
                        .document()
                        .at("/result/result/value/n")
                        .isNull())
                .isTrue();
    }

    @Test
    void mapsAndArraysAreWrittenInEnvelopes() throws Exception {
        assertThat(HexFormat.of().formatHex(bytes(written("{\"id\":300,\"a\":[1,-25.5],\"m\":{\"t\":\"\u00e9\"}}"))))
                .isEqualTo("d8185a0000002d" + "bf" + "626964" + "19012c" + "6161"
                        + "d8185a0000000c" + "9f" + "01" + "fbc039800000000000" + "ff"
                        + "616d"
                        + "d8185a00000007" + "bf" + "6174" + "62c3a9" + "ff"
                        + "ff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":[],\"b\":[{}],\"c\":[[1],[\"x\",null]]}",
                "{\"n\":[0,23,24,255,256,65535,65536,2147483647,-1,-24,-25,-256,-257,-2147483648]}",
                "{\"d\":[0.5,-0.1,1e300,4294967296.5],\"t\":[true,false,null]}",
                "{\"s\":\"za\u017c\u00f3\u0142\u0107 \ud83d\ude00\",\"\u043a\u043b\u044e\u0447\":\"\"}"
            })
    void whatIsWrittenReadsTheSame(String json) throws Exception {
        assertThat(new CborReader(bytes(written(json))).document()).isEqualTo(json(json));
    }

    @Test
    void longTextsAndBytesReadTheSame() throws Exception {
        for (int length : new int[] {23, 24, 255, 256, 511, 512, 513, 65_535, 65_536, 300_000}) {
            ObjectNode node = JsonMapper.shared().createObjectNode();
            node.put("text", "x".repeat(length)).put("bytes", new byte[length]).put("after", "y");

            assertThat(new CborReader(bytes(CborWriter.write(node, 1_000_000))).document())
                    .isEqualTo(node);
        }
    }

    @Test
    void wholeNumbersAreWrittenAsSuch() throws Exception {
        assertThat(bytes(written("{\"a\":630.0}"))).isEqualTo(bytes(written("{\"a\":630}")));
    }

    @Test
    void moreThanFitsIsNotWritten() throws Exception {
        ObjectNode node = JsonMapper.shared().createObjectNode().put("html", "x".repeat(1_000));
        int length = CborWriter.write(node, 10_000).limit();

        assertThat(CborWriter.write(node, length).limit()).isEqualTo(length);
        assertThatThrownBy(() -> CborWriter.write(node, length - 1)).isInstanceOf(CborWriter.TooLong.class);
        assertThatThrownBy(() -> CborWriter.write(node, 500)).isInstanceOf(CborWriter.TooLong.class);
    }

    static Stream<String> malformed() {
        return Stream.of(
                "", // nothing
                "ff", // an end without a beginning
                "bf", // a map without an end
                "bf6161ff", // a key without a value
                "bf01f5ff", // a key that is no text
                "bff5", // the same
                "9f9f9f", // arrays without ends
                "0001", // more than one value
                "a0", // a map of definite length
                "64616263", // a text longer than the message
                "7a7fffffff61", // far longer
                "7affffffff61", // of more than two gigabytes
                "1b0000000000000001", // a number of 64 bits
                "1c", // a reserved length
                "7f", // a text of indefinite length
                "d601", // tag 22 without bytes
                "d65a7fffffff", // bytes that are not there
                "fb0000", // half a double
                "d8185a00000001", // an empty envelope
                "d8185a000000020001", // an envelope that is longer than its content
                "d8185a000000000001", // an envelope that is shorter
                "d8185a7fffffff00", // an envelope that is longer than the message
                "d8185affffffff00", // of more than two gigabytes
                "d8185b0000000000", // of another kind
                "d819000000000000", // another tag
                "f7"); // undefined
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatIsMalformedIsSaidToBe(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertThatThrownBy(() -> new CborReader(bytes).document()).isInstanceOf(CborReader.Malformed.class);
    }

    @Test
    void depthIsBounded() {
        byte[] deep = new byte[5_000_000];
        Arrays.fill(deep, (byte) Cbor.ARRAY);

        assertThatThrownBy(() -> new CborReader(deep).document())
                .isInstanceOf(CborReader.Malformed.class)
                .hasMessage("too deep");
    }

    /** Whatever comes is read or malformed: no other exception, no hang, no allocation beyond the message. */
    @Test
    void anyBytesAreReadOrMalformed() {
        Random random = new Random(156);
        byte[][] seeds = {Recorded.VALUE, Recorded.ERROR, Recorded.PICTURE, Recorded.EVENT};
        int malformed = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = i % 4 == 0 ? new byte[random.nextInt(64)] : seeds[i % seeds.length].clone();
            if (i % 4 == 0) {
                random.nextBytes(bytes);
            } else {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                CborMessage.of(bytes).read();
            } catch (CborReader.Malformed e) {
                malformed++;
            }
        }
        assertThat(malformed).isBetween(ROUNDS / 4, ROUNDS - 1);
    }
}
