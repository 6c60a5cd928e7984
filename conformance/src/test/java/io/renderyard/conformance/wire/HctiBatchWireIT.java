package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Several pictures at once; contract, section 8.1. */
@ExtendWith(OneYard.class)
class HctiBatchWireIT {
    private static final String PATH = "/v1/image/batch";

    private final HctiClient hcti;

    HctiBatchWireIT(HctiClient hcti) {
        this.hcti = hcti;
    }

    private List<String> ids(Answer answer) {
        JsonNode created = answer.ok();
        assertThat(created.propertyNames()).containsExactly("images");
        return created.path("images").values().stream()
                .peek(image -> assertThat(image.path("url").asString())
                        .startsWith(
                                hcti.base() + "/v1/image/" + image.path("id").asString()))
                .map(image -> image.path("id").asString())
                .toList();
    }

    @Test
    void thePicturesComeInTheOrderOfTheVariations() {
        List<String> ids = ids(hcti.post(
                PATH,
                Json.of(
                        "default_options",
                        Json.map("css", "p{width:20px;height:10px;background:#0a0}", "device_scale", 1),
                        "variations",
                        List.of(
                                Json.map("html", "<p>1</p>"),
                                Json.map("html", "<p>2</p>", "device_scale", 2),
                                Json.map("html", "<p>3</p>", "css", "p{width:30px;height:10px}", "format", "WEBP"),
                                Json.map("html", "<p style='width:7px;height:5px'></p>", "css", "")))));

        assertThat(ids).hasSize(4).doesNotHaveDuplicates();
        assertThat(hcti.image(ids.get(0)).getWidth()).isEqualTo(20);
        assertThat(hcti.image(ids.get(1)).getWidth()).isEqualTo(40);
        assertThat(hcti.image(ids.get(2)).getWidth()).isEqualTo(30);
        assertThat(hcti.image(ids.get(3)).getWidth()).isEqualTo(7);
    }

    @Test
    void markupAndAddressesMayBeMixed() {
        try (Site site = new Site("<body style='background:#0a0'>")) {
            List<String> ids = ids(hcti.post(
                    PATH,
                    Json.of(
                            "default_options",
                            Json.map("html", "<p>default</p>", "viewport_width", 30, "viewport_height", 20),
                            "variations",
                            List.of(Json.map("url", site.url("/"), "css", ""), Json.map("url", "")))));

            assertThat(hcti.image(ids.get(0)).getRGB(9, 9)).isEqualTo(0xFF00AA00);
            assertThat(hcti.image(ids.get(0)).getWidth()).isEqualTo(30);
            assertThat(hcti.image(ids.get(1)).getWidth()).isEqualTo(60);
        }
    }

    @Test
    void aVariationTakesBackWhatTheDefaultsSay() {
        List<String> ids = ids(hcti.post(
                PATH,
                Json.of(
                        "default_options",
                        Json.map(
                                "viewport_width",
                                30,
                                "viewport_height",
                                20,
                                "device_scale",
                                1,
                                "metadata",
                                Map.of("a", "b")),
                        "variations",
                        List.of(Json.map(
                                "html", "<p style='width:8px;height:6px;margin:0'></p>",
                                "viewport_width", "",
                                "viewport_height", "",
                                "device_scale", null,
                                "metadata", Map.of())))));

        assertThat(hcti.read("/v1/image/" + ids.getFirst()).size()).isEqualTo("8x6");
        assertThat(hcti.get("/v1/images/" + ids.getFirst()).ok().path("metadata"))
                .isEmpty();
    }

    @Test
    void theExampleOfTheContractIsThreePictures() {
        Answer answer = hcti.post(PATH, """
                {"default_options":{"css":"p{color:red}","device_scale":1},"variations":[{"html":"<p>1</p>"},
                {"html":"<p>2</p>","device_scale":2},{"url":"https://example.com","css":""}]}""");

        assertThat(ids(answer)).hasSize(3);
    }

    @Test
    void twinsAreTwoPictures() {
        List<Object> twins = Collections.nCopies(2, Json.map("html", "<p>twin</p>"));

        assertThat(ids(hcti.post(PATH, Json.of("variations", twins))))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void theFormatIsTheExtensionOfEach() {
        Answer answer = hcti.post(
                PATH,
                Json.of(
                        "default_options", Json.map("format", "jpg"),
                        "variations",
                                List.of(Json.map("html", "<p>a</p>"), Json.map("html", "<p>b</p>", "format", "pdf"))));

        assertThat(answer.ok().path("images").values())
                .extracting(image -> image.path("url").asString().replaceAll(".*\\.", ""))
                .containsExactly("jpg", "pdf");
    }

    @Test
    void twentyFiveAreTheMost() {
        List<Object> most =
                Collections.nCopies(25, Json.map("html", "<p style='width:2px;height:2px'></p>", "device_scale", 1));
        assertThat(ids(hcti.post(PATH, Json.of("variations", most)))).hasSize(25);

        assertRefused(Json.of("variations", Collections.nCopies(26, Json.map("html", "<p>x</p>"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"variations\":[]}",
                "{\"variations\":{}}",
                "{\"variations\":[1]}",
                "{\"variations\":[{}]}",
                "{\"variations\":[{\"html\":\"good\"},{\"html\":\"\"}]}",
                "{\"variations\":[{\"html\":\"good\"},{\"html\":\"x\",\"device_scale\":9}]}",
                "{\"default_options\":[],\"variations\":[{\"html\":\"good\"}]}",
                "{\"default_options\":{\"viewport_width\":9},\"variations\":[{\"html\":\"x\"}]}"
            })
    void oneThatIsWrongRefusesAll(String body) {
        assertRefused(body);
    }

    private void assertRefused(String body) {
        String newest = hcti.newest();
        hcti.post(PATH, body).assertRefused(400);
        assertThat(hcti.newest()).isEqualTo(newest);
    }
}
