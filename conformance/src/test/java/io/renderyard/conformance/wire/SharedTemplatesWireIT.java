package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Templates are the same thing to each face that has them, whatever they are written in. */
@ExtendWith(OneYard.class)
class SharedTemplatesWireIT {
    private final HctiClient hcti;
    private final PictifyClient pictify;

    SharedTemplatesWireIT(HctiClient hcti, PictifyClient pictify) {
        this.hcti = hcti;
        this.pictify = pictify;
    }

    @Test
    void whatOneFaceTookTheOtherRenders() {
        String made = hcti.post(
                        "/v1/template",
                        Json.of(
                                "html",
                                "<p style='width:{{wide}}px'></p>",
                                "css",
                                "p{height:100vh;margin:0;background:#0f0}",
                                "viewport_width",
                                40,
                                "viewport_height",
                                20))
                .ok()
                .path("template_id")
                .asString();
        String uid = "tmpl_" + made.substring(2).replace("-", "");

        JsonNode template = pictify.get("/templates/" + uid).ok().path("template");
        assertThat(template.path("language").asString()).isEqualTo("handlebars");
        assertThat(template.path("width").asInt()).isEqualTo(40);
        Answer picture = pictify.download(pictify.post("/templates/" + uid + "/render", "variables", Map.of("wide", 10))
                .ok()
                .path("url"));
        assertThat(picture.size()).isEqualTo("40x20");
        assertThat(picture.picture().getRGB(5, 15)).isEqualTo(0xFF00FF00);
        assertThat(picture.picture().getRGB(15, 15)).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void andTheOtherWayRound() {
        String uid = pictify.template(
                "html", "<p style='margin:0;height:9px;width:{{ wide * 2 }}px'></p>", "width", 40, "height", 20);
        String hex = uid.substring("tmpl_".length());
        String id = "t-"
                + String.join(
                        "-",
                        hex.substring(0, 8),
                        hex.substring(8, 12),
                        hex.substring(12, 16),
                        hex.substring(16, 20),
                        hex.substring(20));

        String image = hcti.post("/v1/image/" + id, Json.of("template_values", Map.of("wide", 8)))
                .ok()
                .path("id")
                .asString();

        assertThat(hcti.read("/v1/image/" + image + "?width=40").size()).isEqualTo("40x20");
        hcti.post("/v1/template/" + id, Json.of("html", "{{a}}"))
                .assertRefused(422, "can only be changed where it was made");
    }
}
