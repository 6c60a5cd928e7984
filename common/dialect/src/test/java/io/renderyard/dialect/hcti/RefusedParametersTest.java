package io.renderyard.dialect.hcti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** Each wrong value is named by its parameter, with a sentence that says what would be right. */
class RefusedParametersTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "css,7,must be a string",
                "css,{},must be a string",
                "selector,[],must be a string",
                "google_fonts,['Roboto'],such as Open+Sans",
                "google_fonts,'a;b{}',each with its weights",
                "google_fonts,':300',each with its weights",
                "ms_delay,-1,between 0 and 20000",
                "ms_delay,20001,between 0 and 20000",
                "ms_delay,1.5,whole number",
                "ms_delay,'1.5',whole number",
                "ms_delay,'soon',whole number",
                "ms_delay,true,whole number",
                "ms_delay,1e400,between 0 and 20000",
                "ms_delay,'1e999999999',between 0 and 20000",
                "max_wait_ms,499,between 500 and 10000",
                "max_wait_ms,10001,between 500 and 10000",
                "render_when_ready,'yes',true or false",
                "render_when_ready,1,true or false",
                "device_scale,0.09,between 0.1 and 3",
                "device_scale,3.01,between 0.1 and 3",
                "device_scale,'NaN',between 0.1 and 3",
                "viewport_mobile,[],true or false",
                "viewport_landscape,0,true or false",
                "viewport_touch,'on',true or false",
                "full_screen,{},true or false",
                "transparent_background,'unset',true or false",
                "color_scheme,'sepia',light or dark",
                "media_type,7,screen or print",
                "timezone,'Europe/Atlantis',IANA",
                "timezone,'+02:00',IANA",
                "proxy_id,'p-1',of which this farm has none",
                "storage_destination_id,'s-1',of which this farm has none",
                "disable_twemoji,2,true or false",
                "max_render_once,'once',true or false",
                "metadata,['a'],object of strings",
                "metadata,'a',object of strings",
                "request_overrides,{},list of rules",
                "request_overrides,'block',list of rules",
                "pdf_options,'A4',must be an object",
                "pdf_options,[],must be an object",
                "format,'gif',png or",
                "format,{},png or",
                "dedupe_duration_s,-1,between 0 and 31536000",
                "dedupe_duration_s,31536001,between 0 and 31536000"
            })
    void ofMarkup(String name, String given, String says) {
        assertRefused(
                Asked.html("'" + name + "':" + given), name, says.replace("png or", "png, jpg, jpeg, webp or pdf"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "block_consent_banners,'maybe',true or false",
                "identify_as_hcti,7,true or false",
                "headers,7,object of names and values",
                "headers,'no colon',form name:value",
                "headers,[':b'],form name:value",
                "headers,[{}],form name:value",
                "headers,`['X-A:b','X-A:c']`,each name once"
            })
    void ofAnAddress(String name, String given, String says) {
        assertRefused(Asked.url("'" + name + "':" + given), name, says);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "5,must be a string",
                "{},must be a string",
                "'ftp://a.example/',starts with http",
                "'//a.example/',starts with http",
                "'https://user:secret@a.example/',user name",
                "'https://a.example/a b',percent-encode"
            })
    void ofTheAddressItself(String given, String says) {
        assertRefused(Asked.body("{'url':" + given + "}"), "url", says);
    }

    @ParameterizedTest
    @MethodSource
    void ofWhatHoldsOthers(String field, String says, ObjectNode body) {
        assertRefused(body, field, says);
    }

    static Stream<Arguments> ofWhatHoldsOthers() {
        return Stream.of(
                arguments("html", "longer than 10000000", Asked.body("{'html':'" + "a".repeat(10_000_001) + "'}")),
                arguments("css", "longer than 1000000", Asked.html("'css':'" + "a".repeat(1_000_001) + "'")),
                arguments("selector", "longer than 2000", Asked.html("'selector':'" + "a".repeat(2_001) + "'")),
                arguments(
                        "url", "longer than 2048", Asked.body("{'url':'https://a.example/" + "a".repeat(2_048) + "'}")),
                arguments("google_fonts", "more than 20", Asked.html("'google_fonts':'" + fonts(21) + "'")),
                arguments("headers", "more than 20", Asked.url("'headers':{" + entries(21) + "}")),
                arguments("headers.Host", "connection or the browser", Asked.url("'headers':{'Host':'a'}")),
                arguments("headers.Proxy-A", "connection or the browser", Asked.url("'headers':{'Proxy-A':'a'}")),
                arguments("headers.sec-a", "connection or the browser", Asked.url("'headers':{'sec-a':'a'}")),
                arguments("headers.X-Forwarded-For", "connection", Asked.url("'headers':{'X-Forwarded-For':'a'}")),
                arguments("headers.a?b", "header's name", Asked.url("'headers':{'a b':'c'}")),
                arguments("headers.A", "upper and lower case", Asked.url("'headers':{'a':'b','A':'b'}")),
                arguments("headers.a", "must be a string", Asked.url("'headers':{'a':7}")),
                arguments("headers.a", "control characters", Asked.url("'headers':{'a':'b\\u0000'}")),
                arguments("headers.a", "8192 bytes", Asked.url("'headers':{'a':'" + "é".repeat(4_097) + "'}")),
                arguments("additional_header_origins[1]", "scheme://host", origins("'https://b.example','b.example'")),
                arguments("additional_header_origins[0]", "scheme://host", origins("'https://b.example/path'")),
                arguments("additional_header_origins[0]", "scheme://host", origins("7")),
                arguments(
                        "additional_header_origins",
                        "more than 20",
                        origins(IntStream.range(0, 21)
                                .mapToObj(n -> "'https://b" + n + ".example'")
                                .collect(Collectors.joining(",")))),
                arguments(
                        "additional_header_origins",
                        "must be a list",
                        Asked.url("'headers':{'a':'b'},'additional_header_origins':{}")),
                arguments(
                        "request_overrides", "more than 100", rules(String.join(",", Collections.nCopies(101, "{}")))),
                arguments("request_overrides[0].action", "must be block", rules("{'action':'allow','url':'*'}")),
                arguments("request_overrides[0].action", "must be block", rules("{'url':'*'}")),
                arguments(
                        "request_overrides[1]",
                        "block everything",
                        rules("{'action':'block','url':'a'},{'action':'block'}")),
                arguments(
                        "request_overrides[0].url",
                        "longer than 512",
                        rules("{'action':'block','url':'" + "a".repeat(513) + "'}")),
                arguments(
                        "request_overrides[0].resource_types[1]",
                        "beacon, document",
                        rules("{'action':'block','resource_types':['image','Image']}")),
                arguments(
                        "request_overrides[0].resource_types",
                        "must be a list",
                        rules("{'action':'block','url':'a','resource_types':'image'}")),
                arguments("metadata", "more than 100", Asked.html("'metadata':{" + entries(101) + "}")),
                arguments("metadata.a", "must be a string", Asked.html("'metadata':{'a':7}")),
                arguments("metadata.a", "longer than 4096", Asked.html("'metadata':{'a':'" + "b".repeat(4_097) + "'}")),
                arguments("metadata", "500", Asked.html("'metadata':{'" + "b".repeat(501) + "':'a'}")));
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        Understanding.Refused<ImageRequest> refused =
                Asked.refused(ImageRequests.create(Asked.html("'ms_delay':-1,'timezone':'x','format':'y'")));

        assertThat(Asked.wrongFields(refused)).containsExactly("ms_delay", "timezone", "format");
        assertThat(refused.message())
                .isEqualTo(
                        "ms_delay must be a whole number between 0 and 20000. validation_errors lists what else is wrong.");
    }

    private static void assertRefused(ObjectNode body, String field, String says) {
        assertThat(Asked.refused(ImageRequests.create(body)).errors())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.field()).isEqualTo(field);
                    assertThat(error.message()).contains(says);
                });
    }

    private static ObjectNode origins(String origins) {
        return Asked.url("'headers':{'a':'b'},'additional_header_origins':[" + origins + "]");
    }

    private static ObjectNode rules(String rules) {
        return Asked.html("'request_overrides':[" + rules + "]");
    }

    private static String fonts(int count) {
        return IntStream.range(0, count).mapToObj(n -> "Font " + n).collect(Collectors.joining("|"));
    }

    private static String entries(int count) {
        return IntStream.range(0, count).mapToObj(n -> "'k" + n + "':'v'").collect(Collectors.joining(","));
    }
}
