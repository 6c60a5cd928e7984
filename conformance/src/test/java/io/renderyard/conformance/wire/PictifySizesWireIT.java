package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** One template in several sizes; contract pictify.md, section 7.7. */
@ExtendWith(OneYard.class)
class PictifySizesWireIT {
    private static final String HALVES = "<div style='width:50%;height:100vh;background:{{colour}}'></div>";

    private final PictifyClient pictify;

    PictifySizesWireIT(PictifyClient pictify) {
        this.pictify = pictify;
    }

    private String halves() {
        return pictify.template("html", HALVES, "width", 600, "height", 300);
    }

    @Test
    void eachSizeIsTheTemplateScaled() {
        String uid = halves();

        JsonNode made = pictify.post(
                        "/templates/" + uid + "/multi-size-render",
                        "variables",
                        Map.of("colour", "#00f"),
                        "sizes",
                        List.of(
                                Map.of("width", 300, "height", 150, "label", "half"),
                                Map.of("preset", "og"),
                                Map.of("width", 50, "height", 50)))
                .ok();

        assertThat(made.path("totalSizes").asInt()).isEqualTo(3);
        assertThat(made.path("totalRendered").asInt()).isEqualTo(3);
        assertThat(made.path("totalErrors").asInt()).isZero();
        assertThat(made.path("errors").isArray()).isTrue();
        assertThat(made.path("templateUid").asString()).isEqualTo(uid);
        assertThat(made.path("results").values())
                .extracting(result -> result.path("label").asString(null))
                .containsExactly("half", "og", null);
        assertThat(made.path("results").values())
                .extracting(result -> result.path("width").asInt() + "x"
                        + result.path("height").asInt())
                .containsExactly("300x150", "1200x630", "50x50");
        for (JsonNode result : made.path("results").values()) {
            assertThat(result.path("format").asString()).isEqualTo("png");
            assertThat(result.path("createdAt").asString()).endsWith("Z");
            assertThat(pictify.get("/image/" + result.path("id").asString())
                            .ok()
                            .path("image")
                            .path("url"))
                    .isEqualTo(result.path("url"));
            Answer picture = pictify.download(result.path("url"));
            int width = result.path("width").asInt();
            assertThat(picture.size())
                    .isEqualTo(width + "x" + result.path("height").asInt());
            assertThat(picture.picture().getRGB(width / 2 - 2, 5)).isEqualTo(0xFF0000FF);
            assertThat(picture.picture().getRGB(width / 2 + 2, 5)).isEqualTo(0xFFFFFFFF);
        }
    }

    @Test
    void aSizeIsThePictureThatRenderMakesOfIt() {
        String uid = halves();
        JsonNode rendered = pictify.post(
                        "/templates/" + uid + "/render",
                        "variables",
                        Map.of("colour", "red"),
                        "width",
                        60,
                        "height",
                        60)
                .ok();

        JsonNode sized = pictify.post(
                        "/templates/" + uid + "/multi-size-render",
                        "variables",
                        Map.of("colour", "red"),
                        "sizes",
                        List.of(Map.of("width", 60, "height", 60)))
                .ok();

        assertThat(sized.path("results").get(0).path("url")).isEqualTo(rendered.path("url"));
    }

    @Test
    void aLayoutMayBeNamed() {
        String uid = pictify.template(
                "html", HALVES, "layouts", Map.of("square", Map.of("html", "<p>", "width", 40, "height", 40)));
        Object sizes = List.of(Map.of("width", 80, "height", 80));

        Answer known = pictify.post("/templates/" + uid + "/multi-size-render", "layout", "square", "sizes", sizes);
        Answer unknown = pictify.post("/templates/" + uid + "/multi-size-render", "layout", "nowhere", "sizes", sizes);

        assertThat(known.ok().path("results").get(0).path("height").asInt()).isEqualTo(80);
        assertThat(known.header("X-Layout-Fallback")).isEmpty();
        assertThat(unknown.header("X-Layout-Fallback")).isEqualTo("true");
        assertThat(unknown.ok().path("results").get(0).path("url"))
                .isNotEqualTo(known.ok().path("results").get(0).path("url"));
    }

    @Test
    void theSameKeyMakesTheSamePictures() {
        String uid = halves();
        String path = "/templates/" + uid + "/multi-size-render";
        String body = "{\"sizes\":[{\"width\":20,\"height\":20},{\"width\":30,\"height\":20}]}";
        String key = "sizes-" + uid;

        JsonNode first =
                pictify.send("POST", path, body, "Idempotency-Key", key).ok();

        assertThat(pictify.send("POST", path, body, "Idempotency-Key", key).ok())
                .isEqualTo(first);
        PictifyClient.refusal(
                pictify.send("POST", path, body.replace("30", "31"), "Idempotency-Key", key),
                422,
                "idempotency-conflict");
    }

    @Test
    void whatIsWrongIsNamed() {
        String path = "/templates/" + pictify.template("html", HALVES, "strictVariables", true) + "/multi-size-render";

        JsonNode side = PictifyClient.refusal(
                pictify.post(
                        path,
                        "sizes",
                        List.of(Map.of("preset", "og"), Map.of("preset", "og"), Map.of("width", 5, "height", 20))),
                400,
                "validation-error");
        JsonNode preset = PictifyClient.refusal(
                pictify.post(path, "sizes", List.of(Map.of("preset", "poster"))), 400, "validation-error");

        assertThat(side.path("errors").get(0).path("field").asString()).isEqualTo("sizes[2].width");
        assertThat(preset.path("detail").asString())
                .contains("og, twitter-card, instagram-post, instagram-story or youtube-thumbnail");
        PictifyClient.refusal(pictify.post(path), 400, "validation-error");
        PictifyClient.refusal(pictify.post(path, "sizes", List.of(Map.of("preset", "og"))), 422, "expression-error");
        PictifyClient.refusal(
                pictify.post("/templates/unknown/multi-size-render", "sizes", List.of(Map.of("preset", "og"))),
                404,
                "template-not-found");
    }
}
