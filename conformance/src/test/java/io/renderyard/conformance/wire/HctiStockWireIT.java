package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Lists, metadata and usage; contract, sections 8.3 to 8.5. */
@ExtendWith(OneYard.class)
class HctiStockWireIT {
    private final HctiClient hcti;

    HctiStockWireIT(HctiClient hcti) {
        this.hcti = hcti;
    }

    private String fresh(String text) {
        return hcti.create("html", "<p>" + text + "</p>", "dedupe_duration_s", 0);
    }

    @Test
    void imagesAreListedNewestFirstPageByPage() {
        List<String> made = new ArrayList<>(
                Stream.of("1", "2", "3", "4", "5").map(this::fresh).toList().reversed());
        hcti.delete("/v1/image/" + made.remove(2));

        List<String> listed = new ArrayList<>();
        String token = "";
        for (int page = 0; page < 2; page++) {
            JsonNode answer = hcti.get("/v1/images?count=2" + token).ok();
            assertThat(answer.path("images")).hasSize(2);
            answer.path("images").values().forEach(image -> {
                listed.add(image.path("id").asString());
                assertThat(image.path("url").asString())
                        .isEqualTo(hcti.base() + "/v1/image/" + image.path("id").asString());
                assertThat(image.path("created_at").asString()).isNotBlank();
            });
            token = "&page_token=" + answer.path("next_page_token").asString();
        }

        assertThat(listed).isEqualTo(made);
    }

    @Test
    void theLastPageHasAnEmptyToken() {
        JsonNode page;
        String token = "";
        do {
            page = hcti.get("/v1/images?count=50" + token).ok();
            assertThat(page.path("images").isArray()).isTrue();
            assertThat(page.path("has_next_page").asBoolean())
                    .isNotEqualTo(page.path("next_page_token").asString().isEmpty());
            token = "&page_token=" + page.path("next_page_token").asString();
        } while (page.path("has_next_page").asBoolean());

        assertThat(page.path("next_page_token").isString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"count=0", "count=51", "count=x", "page_token=nonsense"})
    void aBadPageIsRefused(String query) {
        hcti.get("/v1/images?" + query).assertRefused(400, query.replaceAll("=.*", ""));
    }

    @Test
    void markupIsKeptWithItsMetadata() {
        String id = hcti.create(
                "html",
                "<p>kept</p>",
                "css",
                "p{color:red}",
                "google_fonts",
                "Roboto|Open+Sans",
                "device_scale",
                1.5,
                "metadata",
                Json.map("order", "42", "ключ", "значение"),
                "pdf_options",
                Json.map("scale", 1),
                "format",
                "png",
                "dedupe_duration_s",
                0);

        JsonNode image = hcti.get("/v1/images/" + id).ok();

        assertThat(image.path("id").asString()).isEqualTo(id);
        assertThat(image.path("image_type").asString()).isEqualTo("html_css");
        assertThat(image.path("html").asString()).isEqualTo("<p>kept</p>");
        assertThat(image.path("css").asString()).isEqualTo("p{color:red}");
        assertThat(image.path("device_scale").asDouble()).isEqualTo(1.5);
        assertThat(image.path("metadata")).isEqualTo(Json.parse(Json.of("order", "42", "ключ", "значение")));
        assertThat(image.path("pdf_options").path("scale").asInt()).isEqualTo(1);
        assertThat(image.path("created_at").asString()).isNotBlank();
        assertThat(image.has("format")).isFalse();
        assertThat(image.has("dedupe_duration_s")).isFalse();
    }

    @Test
    void aPictureThatWasReadTellsWhenItWasDrawn() {
        String id = fresh("drawn");
        hcti.image(id);

        assertThat(hcti.get("/v1/images/" + id)
                        .ok()
                        .path("last_render_stored_at")
                        .asString(""))
                .isNotBlank();
    }

    @Test
    void anAddressAndATemplateAreKeptAsWhatTheyAre() {
        HctiTemplates templates = new HctiTemplates(hcti);
        HctiTemplates.Made template = templates.make("html", "{{x}}");
        String filled = hcti.post("/v1/image/" + template.id(), "{\"template_values\":{\"x\":{\"deep\":[1]}}}")
                .ok()
                .path("id")
                .asString();
        try (Site site = new Site("page")) {
            JsonNode url = hcti.get("/v1/images/" + hcti.create("url", site.url("/"), "full_screen", true))
                    .ok();

            assertThat(url.path("image_type").asString()).isEqualTo("url");
            assertThat(url.path("url").asString()).isEqualTo(site.url("/"));
            assertThat(url.path("full_screen").asBoolean()).isTrue();
        }
        JsonNode image = hcti.get("/v1/images/" + filled).ok();
        assertThat(image.path("image_type").asString()).isEqualTo("templated");
        assertThat(image.path("template_id").asString()).isEqualTo(template.id());
        assertThat(image.path("template_version").asLong()).isEqualTo(template.version());
        assertThat(image.path("template_values").path("x").path("deep").path(0).asInt())
                .isEqualTo(1);
    }

    @Test
    void everyPictureThatIsMadeIsCounted() {
        JsonNode before = hcti.get("/v1/usage").ok();
        fresh("a");
        fresh("b");
        Object[] twin = {"html", "<p>twin of usage</p>"};
        hcti.create(twin);
        hcti.create(Arrays.copyOf(twin, twin.length));

        JsonNode after = hcti.get("/v1/usage?skipCache=true").ok();

        for (String series : List.of("hour", "day", "month")) {
            assertThat(total(after, series) - total(before, series)).isEqualTo(3);
            assertThat(after.path("data").path(series).propertyNames())
                    .allMatch(name -> name.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:00:00Z"));
        }
        JsonNode periods = after.path("per_billing_period");
        assertThat(periods.isArray()).isTrue();
        assertThat(periods.values()).last().satisfies(period -> {
            assertThat(period.path("total_images").asLong())
                    .isEqualTo(List.copyOf(after.path("data").path("month").values())
                            .getLast()
                            .asLong());
            assertThat(period.path("start").asString()).matches(".*T00:00:00\\.000Z");
            assertThat(period.has("end")).isTrue();
        });
    }

    private static long total(JsonNode usage, String series) {
        return usage.path("data").path(series).values().stream()
                .mapToLong(JsonNode::asLong)
                .sum();
    }
}
