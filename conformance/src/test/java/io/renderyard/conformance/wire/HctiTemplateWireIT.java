package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Templates, their versions and their pictures; contract, section 7. */
@ExtendWith(OneYard.class)
class HctiTemplateWireIT {
    private static final String UNKNOWN = "t-0193f0aa-0000-7000-8000-000000000000";
    private static final String BAR = "<div style='width:{{width}}px;height:10px'></div>";

    private final HctiClient hcti;
    private final HctiTemplates templates;

    HctiTemplateWireIT(HctiClient hcti) {
        this.hcti = hcti;
        this.templates = new HctiTemplates(hcti);
    }

    @Test
    void aTemplateHasAnIdAndAVersionThatIsANumber() {
        JsonNode made =
                hcti.post("/v1/template", Json.of("html", BAR, "name", "bar")).ok();

        assertThat(made.propertyNames()).containsExactlyInAnyOrder("template_id", "template_version");
        assertThat(made.path("template_id").asString()).matches("t-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(made.path("template_version").isIntegralNumber()).isTrue();
        assertThat(made.path("template_version").asLong()).isPositive();
    }

    @Test
    void everyFormOfTheRequestGivesThePicture() {
        HctiTemplates.Made bar = templates.make("html", BAR, "device_scale", 1);
        String values = "\"template_values\":{\"width\":33}";
        String id = bar.id();
        List<Answer> answers = List.of(
                hcti.post("/v1/image", "{\"template_id\":\"" + id + "\"," + values + "}"),
                hcti.post("/v1/image", "{\"__type\":\"templated\",\"template_id\":\"" + id + "\"," + values + "}"),
                hcti.post(
                        "/v1/image",
                        "{\"template_id\":\"" + id + "\",\"template_version\":" + bar.version() + "," + values + "}"),
                hcti.post("/v1/image/" + id, "{" + values + ",\"dedupe_duration_s\":0}"),
                hcti.post("/v1/image/" + id + "/" + bar.version(), "{" + values + "}"),
                hcti.send(
                        "POST",
                        "/v1/image",
                        "application/x-www-form-urlencoded",
                        "template_id=" + id + "&template_values=%7B%22width%22%3A33%7D"));

        List<String> ids = answers.stream()
                .map(answer -> answer.ok().path("id").asString())
                .distinct()
                .toList();

        // The same version with the same values is the same picture.
        assertThat(ids).hasSize(1);
        assertThat(hcti.read("/v1/image/" + ids.getFirst()).size()).isEqualTo("33x10");
        assertThat(hcti.post("/v1/image/" + id, "{" + values + ",\"format\":\"JPG\"}")
                        .ok()
                        .path("url")
                        .asString())
                .endsWith(ids.getFirst() + ".jpg");
    }

    @Test
    void aNewVersionIsTheOneThatIsUsedAndTheOldOneStays() {
        HctiTemplates.Made first = templates.make("html", BAR, "device_scale", 1);
        JsonNode second = hcti.post(
                        "/v1/template/" + first.id(), Json.of("html", BAR.replace("10px", "20px"), "device_scale", 1))
                .ok();

        assertThat(second.path("template_id").asString()).isEqualTo(first.id());
        assertThat(second.path("template_version").asLong()).isGreaterThan(first.version());
        assertThat(hcti.read("/v1/image/" + templates.fill(first.id(), Map.of("width", 5)))
                        .size())
                .isEqualTo("5x20");
        String old = hcti.post(
                        "/v1/image/" + first.id() + "/" + first.version(),
                        Json.of("template_values", Map.of("width", 5)))
                .ok()
                .path("id")
                .asString();
        assertThat(hcti.read("/v1/image/" + old).size()).isEqualTo("5x10");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        {{#if on}}#0a0{{else}}#a00{{/if}}                    => {"on":true}                      => 00AA00
        {{#if on}}#0a0{{else}}#a00{{/if}}                    => {"on":false}                     => AA0000
        {{#if on}}#0a0{{else}}#a00{{/if}}                    => {"on":[]}                        => AA0000
        {{#unless on}}#0a0{{/unless}}                        => {"other":1}                      => 00AA00
        {{#with card}}{{colour}}{{/with}}                    => {"card":{"colour":"#00a"}}       => 0000AA
        {{#each all}}{{#if @last}}{{this}}{{/if}}{{/each}}   => {"all":["#a00","#0a0"]}          => 00AA00
        {{#each all}}{{#if @first}}{{c}}{{/if}}{{/each}}     => {"all":[{"c":"#a00"},{"c":"x"}]} => AA0000
        {{card.colours.[1]}}                                 => {"card":{"colours":["x","#00a"]}} => 0000AA
        {{{colour}}}                                         => {"colour":"#0a0"}                => 00AA00
        #{{missing}}0a0                                      => {"other":1}                      => 00AA00
        """)
    void thePlacesAreFilledAsHandlebarsSays(String place, String values, String colour) {
        HctiTemplates.Made template = templates.make(
                "html", "<div style='width:20px;height:10px;background:" + place + "'></div>", "device_scale", 1);

        Answer answer = hcti.post("/v1/image/" + template.id(), "{\"template_values\":" + values + "}");

        BufferedImage picture = hcti.image(answer.ok().path("id").asString());
        assertThat(Integer.toHexString(picture.getRGB(9, 5) & 0xFFFFFF | 0x1000000)
                        .substring(1))
                .isEqualToIgnoringCase(colour);
    }

    @Test
    void aValueIsTextUnlessTheTemplateSaysThatItIsMarkup() {
        Map<String, String> markup = Map.of("x", "<b id=made style='display:block;width:30px;height:20px'></b>");
        HctiTemplates.Made raw = templates.make("html", "<div>{{{x}}}</div>", "selector", "#made", "device_scale", 1);
        HctiTemplates.Made escaped = templates.make("html", "<div>{{x}}</div>", "selector", "#made", "device_scale", 1);

        assertThat(hcti.read("/v1/image/" + templates.fill(raw.id(), markup)).size())
                .isEqualTo("30x20");
        hcti.read("/v1/image/" + templates.fill(escaped.id(), markup)).assertRefused(422);
    }

    @Test
    void theNewestTemplatesAndVersionsAreListedFirst() {
        HctiTemplates.Made older = templates.make("html", BAR, "name", "older", "google_fonts", "Roboto|Open+Sans");
        HctiTemplates.Made newer = templates.make("html", BAR, "name", "newer", "description", "about");
        hcti.post("/v1/template/" + newer.id(), Json.of("html", BAR, "name", "newest"))
                .ok();

        JsonNode page = hcti.get("/v1/template?count=2").ok();

        List<JsonNode> items = List.copyOf(page.path("data").values());
        assertThat(items).extracting(item -> item.path("id").asString()).containsExactly(newer.id(), older.id());
        assertThat(items).extracting(item -> item.path("name").asString()).containsExactly("newest", "older");
        JsonNode last = items.getLast();
        assertThat(last.path("version").asLong()).isEqualTo(older.version());
        assertThat(last.path("html").asString()).isEqualTo(BAR);
        assertThat(last.path("template_type").asString()).isEqualTo("html_css");
        assertThat(last.path("google_fonts").isString()).isTrue();
        assertThat(last.path("css").isNull()).isTrue();
        assertThat(last.path("created_at").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+00:00");
        assertThat(last.path("render_count").asLong()).isZero();
        assertThat(hcti.get("/v1/template/" + newer.id()).ok().path("data").values())
                .extracting(item -> item.path("name").asString())
                .containsExactly("newest", "newer");
    }

    @Test
    void aPageBeginsWhereTheOneBeforeEnded() {
        HctiTemplates.Made made = templates.make("html", BAR);
        List<Long> expected = new ArrayList<>(List.of(made.version()));
        for (int i = 0; i < 4; i++) {
            expected.addFirst(hcti.post("/v1/template/" + made.id(), Json.of("html", BAR))
                    .ok()
                    .path("template_version")
                    .asLong());
        }

        List<Long> listed = new ArrayList<>();
        String from = "";
        do {
            JsonNode page =
                    hcti.get("/v1/template/" + made.id() + "?count=2" + from).ok();
            page.path("data")
                    .values()
                    .forEach(item -> listed.add(item.path("version").asLong()));
            JsonNode next = page.path("pagination").path("next_page_start");
            assertThat(next.isNull() || next.isIntegralNumber()).isTrue();
            from = next.isNull() ? "" : "&max_version=" + next.asLong();
        } while (!from.isEmpty());

        assertThat(listed).isEqualTo(expected);
    }

    @Test
    void anEmptyPageIsAnEmptyList() {
        JsonNode page = hcti.get("/v1/template?max_version=1").ok();

        assertThat(page.path("data").isArray()).isTrue();
        assertThat(page.path("data")).isEmpty();
        assertThat(page.path("pagination").path("next_page_start").isNull()).isTrue();
    }

    @Test
    void picturesOfATemplateAreCounted() {
        HctiTemplates.Made made = templates.make("html", BAR);
        templates.fill(made.id(), Map.of("width", 1));
        templates.fill(made.id(), Map.of("width", 2));
        templates.fill(made.id(), Map.of("width", 2));

        assertThat(hcti.get("/v1/template/" + made.id())
                        .ok()
                        .path("data")
                        .path(0)
                        .path("render_count")
                        .asLong())
                .isEqualTo(2);
    }

    @Test
    void aDeletedTemplateIsGoneWithAllItsVersions() {
        HctiTemplates.Made made = templates.make("html", BAR, "device_scale", 1);
        String drawn = templates.fill(made.id(), Map.of("width", 5));
        assertThat(hcti.read("/v1/image/" + drawn).size()).isEqualTo("5x10");

        Answer deleted = hcti.send("DELETE", "/v1/template/" + made.id(), "application/json", null);

        assertThat(deleted.status()).isEqualTo(202);
        assertThat(deleted.bytes()).isEmpty();
        hcti.get("/v1/template/" + made.id()).assertRefused(404);
        hcti.delete("/v1/template/" + made.id()).assertRefused(404);
        hcti.post("/v1/image/" + made.id(), Json.of("template_values", Map.of("width", 6)))
                .assertRefused(400);
        assertThat(hcti.read("/v1/image/" + drawn).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"html\":\"\"}",
                "{\"html\":\"<p>no place</p>\"}",
                "{\"html\":\"{{#if x}}open\"}",
                "{\"html\":\"{{x}}\",\"css\":\"p{color:{{x}}}\"}",
                "{\"html\":\"{{x}}\",\"device_scale\":9}"
            })
    void aBadTemplateIsRefused(String body) {
        hcti.post("/v1/template", body).assertRefused(400);
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        hcti.post("/v1/template", Json.of("html", "{{x}}", "name", "n".repeat(65)))
                .assertRefused(400, "name");
        hcti.post("/v1/template", Json.of("html", "{{x}}", "description", "d".repeat(1_025)))
                .assertRefused(400, "description");
    }

    @Test
    void aPictureWithoutTemplateOrValuesIsRefused() {
        HctiTemplates.Made made = templates.make("html", BAR);

        hcti.post("/v1/image/" + made.id(), "{}").assertRefused(400, "template_values");
        hcti.post("/v1/image/" + made.id(), "{\"template_values\":{}}").assertRefused(400, "template_values");
        hcti.post("/v1/image/" + made.id() + "/1", "{\"template_values\":{\"a\":1}}")
                .assertRefused(400, "template_version");
        hcti.post("/v1/image/" + made.id() + "/one", "{\"template_values\":{\"a\":1}}")
                .assertRefused(400, "template_version");
        hcti.post("/v1/image/" + UNKNOWN, "{\"template_values\":{\"a\":1}}").assertRefused(400, "template_id");
        hcti.post("/v1/image", "{\"template_id\":\"t-1\",\"template_values\":{\"a\":1}}")
                .assertRefused(400, "template_id");
        hcti.post("/v1/template/" + UNKNOWN, Json.of("html", BAR)).assertRefused(404);
        hcti.get("/v1/template?count=101").assertRefused(400, "count");
        hcti.get("/v1/template?max_version=x").assertRefused(400, "max_version");
    }

    @Test
    void severalAreFilledAtOnce() {
        HctiTemplates.Made bar = templates.make("html", BAR, "device_scale", 1);
        HctiTemplates.Made high = templates.make("html", BAR.replace("10px", "{{size.height}}px"), "device_scale", 1);
        Answer answer = hcti.post(
                "/v1/image/batch/templated",
                Json.of(
                        "default_options",
                        Json.map(
                                "template_id", bar.id(),
                                "template_version", bar.version(),
                                "template_values", Map.of("width", 9, "size", Map.of("height", 4))),
                        "variations",
                        List.of(
                                Json.map("template_values", Map.of("width", 11)),
                                Json.map("template_id", high.id()),
                                Json.map(
                                        "template_id", high.id(),
                                        "format", "jpg",
                                        "template_values", Map.of("size", Map.of("height", 6))))));

        List<JsonNode> images = List.copyOf(answer.ok().path("images").values());
        assertThat(images)
                .extracting(image ->
                        hcti.read("/v1/image/" + image.path("id").asString()).size())
                .containsExactly("11x10", "9x4", "9x6");
        assertThat(images.getLast().path("url").asString()).endsWith(".jpg");
        hcti.post("/v1/image/batch/templated", Json.of("variations", List.of(Json.map("template_id", bar.id()))))
                .assertRefused(400, "variations[0]");
    }
}
