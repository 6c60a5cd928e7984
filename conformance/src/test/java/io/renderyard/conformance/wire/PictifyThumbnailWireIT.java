package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Small pictures of templates; contract pictify.md, sections 7.3 and 7.7. */
@ExtendWith(OneYard.class)
class PictifyThumbnailWireIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ALL = "/templates/regenerate-thumbnails";

    private final HctiClient hcti;
    private final PictifyClient pictify;

    PictifyThumbnailWireIT(HctiClient hcti, PictifyClient pictify) {
        this.hcti = hcti;
        this.pictify = pictify;
    }

    /** The other face draws no small pictures, so its templates have none. */
    private String without() {
        return hcti.post("/v1/template", Json.of("html", "<p>{{a}}", "viewport_width", 800, "viewport_height", 400))
                .ok()
                .path("template_id")
                .asString();
    }

    @Test
    void whatIsMissingIsDrawnAndWhatIsCurrentIsSkipped() {
        String id = without();
        assertThat(thumbnail(id).isNull()).isTrue();

        JsonNode made = pictify.post(ALL).ok();

        assertThat(made.path("message").asString()).contains("thumbnails regenerated");
        for (String count : List.of("success", "failed", "skipped", "pending")) {
            assertThat(made.path(count).isInt()).as(count).isTrue();
        }
        assertThat(made.path("success").asInt() + made.path("pending").asInt()).isPositive();
        JsonNode drawn = await().atMost(SOON).until(() -> thumbnail(id), JsonNode::isString);
        assertThat(pictify.download(drawn).size()).isEqualTo("400x200");

        assertThat(pictify.post(ALL).ok().path("skipped").asInt()).isPositive();
        assertThat(thumbnail(id)).isEqualTo(drawn);
    }

    @Test
    void whatShowsAnEarlierVersionIsDrawnAnew() {
        String id = without();
        pictify.post(ALL).ok();
        JsonNode before = await().atMost(SOON).until(() -> thumbnail(id), JsonNode::isString);
        hcti.post(
                        "/v1/template/" + id,
                        Json.of("html", "<p>{{a}}</p><h1>after", "viewport_width", 800, "viewport_height", 400))
                .ok();
        assertThat(thumbnail(id)).isEqualTo(before);

        pictify.post(ALL).ok();

        await().atMost(SOON).until(() -> thumbnail(id), after -> after.isString() && !after.equals(before));
    }

    private JsonNode thumbnail(String id) {
        String uid = "tmpl_" + id.substring(2).replace("-", "");
        return pictify.get("/templates/" + uid).ok().path("template").path("thumbnail");
    }

    @Test
    void whoMayNotChangeTemplatesMayNot() {
        PictifyClient.refusal(pictify.with("").post(ALL), 401, "missing-authorization");
    }
}
