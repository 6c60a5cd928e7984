package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests give the same picture; contract, sections 3.2 and 3.8. */
@ExtendWith(OneYard.class)
class HctiTwinWireIT {
    private final HctiClient hcti;
    private final String html = "<p>" + UUID.randomUUID() + "</p>";

    HctiTwinWireIT(HctiClient hcti) {
        this.hcti = hcti;
    }

    @Test
    void theSameRequestIsTheSamePicture() {
        String first = hcti.create("html", html, "css", "p{}", "device_scale", 1);

        assertThat(hcti.create("css", "p{}", "device_scale", "1.0", "html", html))
                .isEqualTo(first);
        assertThat(hcti.create("html", html, "css", "p{}", "device_scale", 1, "format", "jpg", "selector", null))
                .isEqualTo(first);
        assertThat(hcti.create("html", html, "css", "p{}", "device_scale", 1, "dedupe_duration_s", 3_600))
                .isEqualTo(first);
    }

    @Test
    void aTwinCostsNothing() {
        hcti.create("html", html);

        assertThat(hcti.post("/v1/image", Json.of("html", html)).header("x-renders-consumed"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"dedupe_duration_s\":0",
                "\"css\":\"p{}\"",
                "\"device_scale\":1",
                "\"transparent_background\":false",
                "\"metadata\":{\"a\":\"b\"}",
                "\"ms_delay\":1"
            })
    void anythingElseIsAnotherPicture(String member) {
        String first = hcti.create("html", html);

        Answer other = hcti.post("/v1/image", "{\"html\":\"" + html + "\"," + member + "}");

        assertThat(other.ok().path("id").asString()).isNotEqualTo(first);
    }

    @Test
    void anAddressIsLookedAtEachTimeUnlessItIsAskedOtherwise() {
        try (Site site = new Site("page")) {
            String first = hcti.create("url", site.url("/"));

            assertThat(hcti.create("url", site.url("/"))).isNotEqualTo(first);
            assertThat(hcti.create("url", site.url("/windowed"), "dedupe_duration_s", 60))
                    .isEqualTo(hcti.create("url", site.url("/windowed"), "dedupe_duration_s", 60));
        }
    }

    @Test
    void aPictureThatIsToBeDrawnOnceIsDrawnOnce() {
        try (Site site = new Site("<script>document.write(Math.random())</script>")) {
            String id = hcti.create(
                    "url", site.url("/"), "max_render_once", true, "viewport_width", 20, "viewport_height", 10);

            assertThat(hcti.read("/v1/image/" + id).bytes())
                    .isEqualTo(hcti.read("/v1/image/" + id).bytes());
            assertThat(hcti.get("/v1/images/" + id).ok().path("max_render_once").asBoolean())
                    .isTrue();
        }
    }
}
