package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page notices of the parameters; contract, section 3.4. */
@ExtendWith(OneYard.class)
class HctiPageWireIT {
    private static final String BOX = "<div id=box style='height:10px'></div>";

    private final HctiClient hcti;

    HctiPageWireIT(HctiClient hcti) {
        this.hcti = hcti;
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        "color_scheme":"dark"                                       => matchMedia('(prefers-color-scheme: dark)').matches
        "color_scheme":"light"                                      => matchMedia('(prefers-color-scheme: light)').matches
        "media_type":"print"                                        => matchMedia('print').matches
        "media_type":"screen"                                       => matchMedia('screen').matches
        "timezone":"Asia/Kolkata"                                   => new Date().getTimezoneOffset() === -330
        "viewport_touch":true                                       => navigator.maxTouchPoints > 0
        "viewport_width":300,"viewport_height":200,"selector":"div" => innerWidth === 300
        "device_scale":1.5                                          => devicePixelRatio === 1.5
        "css":"#box{color:rgb(1,2,3)}"                              => getComputedStyle(box).color === 'rgb(1, 2, 3)'
        """)
    void aPageNoticesTheParameter(String members, String noticed) {
        String script = "<script>addEventListener('load', () => box.style.width = (%s) ? '60px' : '30px')</script>";
        String html = Json.of("html", BOX + script.formatted(noticed));

        Answer answer = hcti.post("/v1/image", html.replaceAll("}$", "," + members + "}"));

        double scale = members.contains("device_scale") ? 1.5 : 2;
        assertThat(hcti.image(answer.ok().path("id").asString()).getWidth()).isEqualTo((int) (60 * scale));
    }

    @Test
    void aPageIsGivenTimeBeforeItIsDrawn() {
        String html =
                BOX + "<script>setTimeout(() => box.style.width = '60px', 300); box.style.width = '30px'</script>";

        assertThat(hcti.draw("html", html, "ms_delay", 2_300).getWidth()).isEqualTo(120);
        assertThat(hcti.draw("html", html, "ms_delay", 20_000, "max_wait_ms", 2_300)
                        .getWidth())
                .isEqualTo(120);
    }

    @Test
    void aBlockedRequestIsNotMade() {
        try (Site site = new Site("")) {
            String html = BOX.replace("10px", "10px;width:60px") + "<img src='" + site.url("/blocked")
                    + "' style='display:none'><img src='" + site.url("/free") + "' style='display:none'>";

            hcti.draw("html", html, "request_overrides", List.of(Json.map("action", "block", "url", "*/blocked")));
            assertThat(site.wasAsked("/free")).isTrue();
            assertThat(site.wasAsked("/blocked")).isFalse();
        }
    }

    @Test
    void headersGoToTheOriginOfThePageOnlyUnlessItIsAskedOtherwise() {
        try (Site other = new Site("");
                Site site = new Site("<p>page</p><img src='/own'><img src='" + other.url("/other") + "'>")) {
            hcti.draw("url", site.url("/"), "headers", Json.map("X-A", "plain"));
            assertThat(site.header("/", "X-A")).isEqualTo("plain");
            assertThat(site.header("/own", "X-A")).isEmpty();
            assertThat(other.header("/other", "X-A")).isEmpty();

            hcti.draw(
                    "url", site.url("/"),
                    "headers", Json.map("X-A", "below"),
                    "include_headers_on_subrequests", true);
            assertThat(site.header("/own", "X-A")).isEqualTo("below");
            assertThat(other.header("/other", "X-A")).isEmpty();

            hcti.draw(
                    "url", site.url("/"),
                    "headers", Json.map("X-A", "beside"),
                    "include_headers_on_subrequests", true,
                    "additional_header_origins", List.of(other.url("/")));
            assertThat(other.header("/other", "X-A")).isEqualTo("beside");
        }
    }
}
