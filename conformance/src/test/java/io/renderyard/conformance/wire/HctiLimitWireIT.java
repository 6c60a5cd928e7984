package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.conformance.journey.Yard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits of the parameters; contract, sections 3.4 and 3.5. A refused request leaves nothing behind. */
@ExtendWith(OneYard.class)
class HctiLimitWireIT {
    private final HctiClient hcti;

    HctiLimitWireIT(HctiClient hcti) {
        this.hcti = hcti;
    }

    private void assertRefused(String body, String names) {
        String newest = hcti.newest();

        Answer answer = hcti.post("/v1/image", body);

        answer.assertRefused(400);
        assertThat(answer.json().path("validation_errors").values())
                .as(answer.text())
                .extracting(error -> error.path("path").asString())
                .anyMatch(path -> path.startsWith(names));
        assertThat(hcti.newest()).isEqualTo(newest);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        "ms_delay":-1                                       => ms_delay
        "ms_delay":20001                                    => ms_delay
        "ms_delay":1.5                                      => ms_delay
        "ms_delay":"soon"                                   => ms_delay
        "max_wait_ms":499                                   => max_wait_ms
        "max_wait_ms":10001                                 => max_wait_ms
        "device_scale":0.09                                 => device_scale
        "device_scale":3.01                                 => device_scale
        "device_scale":true                                 => device_scale
        "viewport_width":800                                => viewport_height
        "viewport_height":800                               => viewport_width
        "viewport_width":0,"viewport_height":1              => viewport_width
        "viewport_width":6001,"viewport_height":1           => viewport_width
        "viewport_width":1,"viewport_height":6001           => viewport_height
        "color_scheme":"blue"                               => color_scheme
        "media_type":"braille"                              => media_type
        "timezone":"Mars/Olympus"                           => timezone
        "render_when_ready":"maybe"                         => render_when_ready
        "transparent_background":7                          => transparent_background
        "css":{}                                            => css
        "google_fonts":["Roboto"]                           => google_fonts
        "metadata":{"a":1}                                  => metadata
        "metadata":[]                                       => metadata
        "format":"gif"                                      => format
        "dedupe_duration_s":-1                              => dedupe_duration_s
        "dedupe_duration_s":31536001                        => dedupe_duration_s
        "jumbo_max_height":9000                             => jumbo_max_width
        "jumbo_max_width":9000                              => jumbo_max_height
        "jumbo_max_width":8000,"jumbo_max_height":8000      => jumbo_max
        "jumbo_max_width":80001,"jumbo_max_height":1        => jumbo_max_width
        "jumbo_max_width":9000,"jumbo_max_height":0         => jumbo_max_height
        "jumbo_max_width":80000,"jumbo_max_height":5001     => jumbo_max
        "jumbo_max_width":9000,"jumbo_max_height":9,"pdf_options":{"scale":1} => pdf_options
        "pdf_options":{"scale":0.05}                        => pdf_options.scale
        "pdf_options":{"scale":2.1}                         => pdf_options.scale
        "pdf_options":{"margins":["1px","1px"]}             => pdf_options.margins
        "pdf_options":{"margins":["1px","1px","1px","1ft"]} => pdf_options.margins
        "pdf_options":{"page_width":"wide"}                 => pdf_options.page_width
        "request_overrides":[{"action":"allow","url":"*"}]  => request_overrides
        "request_overrides":[{"action":"block"}]            => request_overrides
        "request_overrides":[{"action":"block","resource_types":["cat"]}] => request_overrides
        "proxy_id":"p-1"                                    => proxy_id
        "storage_destination_id":"s-1"                      => storage_destination_id
        """)
    void markupWithAWrongParameterIsRefused(String members, String names) {
        assertRefused("{\"html\":\"<p>limit</p>\"," + members + "}", names);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        "headers":{"Host":"x"}                              => headers
        "headers":{"Connection":"x"}                        => headers
        "headers":{"Proxy-Authorization":"x"}               => headers
        "headers":{"Sec-Fetch-Mode":"x"}                    => headers
        "headers":{"X-Forwarded-For":"x"}                   => headers
        "headers":{"Transfer-Encoding":"x"}                 => headers
        "headers":{"X-A":"one","x-a":"two"}                 => headers
        "headers":{"X-A":"line\\nline"}                     => headers
        "headers":{"X-Ä":"x"}                               => headers
        "headers":{"X A":"x"}                               => headers
        "headers":{"X-A":1}                                 => headers
        "headers":["no colon"]                              => headers
        "additional_header_origins":["https://a.example"]   => additional_header_origins
        "include_headers_on_subrequests":true               => include_headers_on_subrequests
        "headers":{"X-A":"b"},"additional_header_origins":["a.example"]           => additional_header_origins
        "headers":{"X-A":"b"},"additional_header_origins":["https://a.example/b"] => additional_header_origins
        """)
    void anAddressWithWrongHeadersIsRefused(String members, String names) {
        assertRefused("{\"url\":\"http://" + Yard.ALLOWED_HOST + "/\"," + members + "}", names);
    }

    @Test
    void moreThanTwentyHeadersOrTooLongOnesAreRefused() {
        StringBuilder many = new StringBuilder("\"X-0\":\"v\"");
        for (int i = 1; i <= 20; i++) {
            many.append(",\"X-").append(i).append("\":\"v\"");
        }
        String url = "{\"url\":\"http://" + Yard.ALLOWED_HOST + "/\",\"headers\":";
        assertRefused(url + "{" + many + "}}", "headers");
        assertRefused(url + "{\"X-A\":\"" + "v".repeat(8_193) + "\"}}", "headers");
        assertRefused(url + "{\"X-" + "a".repeat(511) + "\":\"v\"}}", "headers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.com/",
                "file:///etc/passwd",
                "example.com",
                "javascript:alert(1)",
                "http://",
                "http://169.254.169.254/latest/meta-data",
                "http://127.0.0.1:5432/"
            })
    void anAddressThatIsNoneOrNotPublicIsRefused(String url) {
        assertRefused(Json.of("url", url), "url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"ms_delay\":0,\"max_wait_ms\":500,\"device_scale\":0.1",
                "\"ms_delay\":20000,\"max_wait_ms\":500,\"device_scale\":3",
                "\"viewport_width\":1,\"viewport_height\":1",
                "\"jumbo_max_width\":80000,\"jumbo_max_height\":5000",
                "\"dedupe_duration_s\":31536000",
                "\"timezone\":\"Asia/Kolkata\",\"color_scheme\":\"DARK\",\"media_type\":\"print\"",
                "\"request_overrides\":[]",
                "\"request_overrides\":[{\"action\":\"block\",\"url\":\"*.css\",\"resource_types\":[\"stylesheet\"]}]",
                "\"metadata\":{\"a\":\"b\"}",
                "\"headers\":{\"Host\":\"means nothing beside html\"}"
            })
    void aParameterAtItsLimitIsTaken(String members) {
        Answer answer = hcti.post("/v1/image", "{\"html\":\"<p>x</p>\"," + members + "}");

        assertThat(answer.ok().path("id").asString()).isNotBlank();
    }
}
