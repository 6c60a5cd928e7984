package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Templates, their pictures and their language; contract pictify.md, sections 6, 7, 9 and 16. */
@ExtendWith(OneYard.class)
class PictifyTemplateWireIT {
    private static final String BAR =
            "<div style='width:{{width}}px;height:10px;background:{{colour | lowercase}}'></div>";

    private final PictifyClient pictify;

    PictifyTemplateWireIT(PictifyClient pictify) {
        this.pictify = pictify;
    }

    @Test
    void aTemplateKnowsItsPlaces() {
        JsonNode made = pictify.post(
                        "/templates",
                        "html",
                        BAR,
                        "variableDefinitions",
                        List.of(Map.of("name", "width", "type", "number", "defaultValue", 20)))
                .ok();
        JsonNode template = made.path("template");

        assertThat(made.path("addedVariables").values())
                .extracting(JsonNode::asString)
                .containsExactly("colour");
        assertThat(template.path("name").asString()).isEqualTo("Untitled template");
        assertThat(template.path("variables").values())
                .extracting(JsonNode::asString)
                .containsExactly("width", "colour");
        assertThat(template.path("variableDefinitions").values()).allSatisfy(definition -> {
            assertThat(definition.path("name").isString()).isTrue();
            assertThat(definition.path("validation").isObject()).isTrue();
        });
        assertThat(template.path("width").isInt()).isTrue();
        assertThat(template.path("createdAt").isString()).isTrue();
        JsonNode variables = pictify.get("/templates/" + template.path("uid").asString() + "/variables")
                .ok();
        assertThat(variables.path("templateUid")).isEqualTo(template.path("uid"));
        assertThat(variables.path("variables").get(0).path("defaultValue").asInt())
                .isEqualTo(20);
    }

    @Test
    void aTemplateIsChangedInPartAndDeleted() {
        String uid = pictify.template("html", BAR, "name", "bar", "width", 30);

        JsonNode changed = pictify.put("/templates/" + uid, "name", "beam").ok().path("template");
        assertThat(changed.path("name").asString()).isEqualTo("beam");
        assertThat(changed.path("html").asString()).isEqualTo(BAR);
        assertThat(changed.path("width").asInt()).isEqualTo(30);
        assertThat(pictify.get("/v1/template/" + uid)
                        .ok()
                        .path("template")
                        .path("name")
                        .asString())
                .isEqualTo("beam");

        JsonNode gone = pictify.delete("/templates/" + uid).ok();
        assertThat(gone.path("deleted").asBoolean()).isTrue();
        assertThat(gone.path("message").isString()).isTrue();
        for (String name : List.of(uid, "unknown", "a%2Fb")) {
            PictifyClient.refusal(pictify.get("/templates/" + name), 404, "template-not-found");
        }
        PictifyClient.refusal(pictify.delete("/templates/" + uid), 404, "template-not-found");
    }

    @Test
    void aRequestThatIsRepeatedUnderItsNameMakesNothingTwice() {
        String key = "template-" + System.nanoTime();
        String html = Json.of("html", BAR);

        for (String[] request : new String[][] {
            {"/templates", html, "template"},
            {"/public/templates/quote/fork", "", "template"},
            {
                "/webhook-subscriptions",
                Json.of("event", "render.failed", "targetUrl", "https://hooks.example.com/a", "platform", "n8n"),
                "subscription"
            }
        }) {
            String name = key + request[2] + request[1].length();
            JsonNode first = named(name, request[0], request[1]);
            JsonNode second = named(name, request[0], request[1]);

            assertThat(second.path(request[2]).path("uid"))
                    .isEqualTo(first.path(request[2]).path("uid"));
            assertThat(second.path(request[2]).path("secret"))
                    .isEqualTo(first.path(request[2]).path("secret"));
        }
        PictifyClient.refusal(
                pictify.send(
                        "POST",
                        "/templates",
                        Json.of("html", "other"),
                        "Idempotency-Key",
                        key + "template" + html.length()),
                422,
                "idempotency-conflict");
    }

    private JsonNode named(String name, String path, String body) {
        Answer answer = pictify.send("POST", path, body, "Idempotency-Key", name);
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
        return answer.json();
    }

    @Test
    void theListIsPagedAndSorted() {
        String type = "list-" + System.nanoTime();
        for (String name : List.of("b", "a", "c")) {
            pictify.template("html", BAR, "name", name, "type", type);
        }

        JsonNode page = pictify.get("/templates/type/" + type + "?sort=name&limit=2&page=2")
                .ok();

        assertThat(page.path("templates").values())
                .extracting(template -> template.path("name").asString())
                .containsExactly("c");
        assertThat(page.path("templates").get(0).has("layouts")).isFalse();
        JsonNode pagination = page.path("pagination");
        assertThat(pagination.path("total").asInt()).isEqualTo(3);
        assertThat(pagination.path("totalPages").asInt()).isEqualTo(2);
        assertThat(pagination.path("hasPrev").asBoolean()).isTrue();
        assertThat(pagination.path("hasNext").asBoolean()).isFalse();
        assertThat(pictify.get("/templates").ok().path("templates").isArray()).isTrue();
        assertThat(pictify.get("/templates?page=1&limit=12&sort=newest&outputFormat=all")
                        .ok()
                        .path("templates")
                        .isArray())
                .isTrue();
        PictifyClient.refusal(pictify.get("/templates?sort=best"), 400, "validation-error");
    }

    @Test
    void theSameValuesAreTheSamePicture() {
        String uid = pictify.template("html", BAR, "width", 50, "height", 10);

        JsonNode first = pictify.post(
                        "/templates/" + uid + "/render", "variables", Map.of("width", 30, "colour", "RED"))
                .ok();
        JsonNode again = pictify.send(
                        "POST",
                        "/v1/template/" + uid + "/render",
                        "{\"variables\":{\"colour\":\"RED\",\"width\":30},\"format\":\"png\",\"quality\":0.9}")
                .ok();

        assertThat(again).isEqualTo(first);
        assertThat(first.path("templateUid").asString()).isEqualTo(uid);
        JsonNode result = first.path("results").get(0);
        assertThat(result.path("layout").asString()).isEqualTo("default");
        assertThat(result.path("url")).isEqualTo(first.path("url"));
        assertThat(first.path("image").path("url")).isEqualTo(first.path("url"));
        assertThat(first.path("errors").isArray()).isTrue();
        Answer picture = pictify.download(first.path("url"));
        assertThat(picture.size()).isEqualTo("50x10");
        assertThat(picture.picture().getRGB(29, 5)).isEqualTo(0xFFFF0000);
        assertThat(picture.picture().getRGB(31, 5)).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void layoutsAreDrawnAndUnknownOnesTold() {
        String uid = pictify.template(
                "html",
                BAR,
                "width",
                50,
                "height",
                10,
                "layouts",
                Map.of("square", Map.of("html", "<p>{{colour}}", "width", 33, "height", 33, "name", "Square")));

        JsonNode several = pictify.post(
                        "/templates/" + uid + "/render",
                        "layouts",
                        List.of("default", "definitely-not-a-real-layout", "square"))
                .ok();
        Answer single = pictify.post("/templates/" + uid + "/render", "layout", "nowhere");

        assertThat(several.path("totalLayouts").asInt()).isEqualTo(3);
        assertThat(several.path("totalRendered").asInt()).isEqualTo(2);
        assertThat(several.path("errors").get(0).path("layout").asString()).isEqualTo("definitely-not-a-real-layout");
        assertThat(pictify.download(several.path("results").get(1).path("url")).size())
                .isEqualTo("33x33");
        assertThat(single.ok().path("results").get(0).path("layout").asString()).isEqualTo("default");
        assertThat(single.header("X-Layout-Fallback")).isEqualTo("true");
    }

    @Test
    void aTemplateIsScaledToAnotherSize() {
        String uid = pictify.template(
                "html", "<div style='width:50%;height:100vh;background:#00f'></div>", "width", 100, "height", 50);

        JsonNode made = pictify.post("/templates/" + uid + "/render", "width", 200, "height", 100)
                .ok();

        Answer picture = pictify.download(made.path("url"));
        assertThat(picture.size()).isEqualTo("200x100");
        assertThat(picture.picture().getRGB(98, 98)).isEqualTo(0xFF0000FF);
        assertThat(picture.picture().getRGB(102, 98)).isEqualTo(0xFFFFFFFF);
    }

    @ParameterizedTest
    @CsvSource({"{{ if a }}x,HANDLEBARS_COMPILE_ERROR", "<p>{{nosuch(a)}},HELPER_NOT_ALLOWED"})
    void whatIsNotOfTheLanguageIsNotKept(String html, String code) {
        JsonNode body = PictifyClient.refusal(pictify.post("/templates", "html", html), 422, "expression-error");

        assertThat(body.path("code").asString()).isEqualTo(code);
        assertThat(body.path("line").asInt()).isEqualTo(1);
        assertThat(body.path("col").isInt()).isTrue();
    }

    @Test
    void theAuthorsRulesAreKept() {
        String uid = pictify.template(
                "html",
                "{{{raw}}}{{name}}{{free}}",
                "strictVariables",
                true,
                "variableDefinitions",
                List.of(Map.of("name", "name", "validation", Map.of("required", true, "maxLength", 3))));
        String render = "/templates/" + uid + "/render";

        assertThat(PictifyClient.refusal(pictify.post(render), 422, "validation-error")
                        .path("code")
                        .asString())
                .isEqualTo("VARIABLE_REQUIRED");
        PictifyClient.refusal(pictify.post(render, "variables", Map.of("name", "long")), 422, "validation-error");
        assertThat(PictifyClient.refusal(
                                pictify.post(render, "variables", Map.of("name", "abc", "raw", "<b>", "free", 1)),
                                422,
                                "expression-error")
                        .path("code")
                        .asString())
                .isEqualTo("RAW_HTML_NOT_ALLOWED");
        assertThat(PictifyClient.refusal(
                                pictify.post("/templates/"
                                        + pictify.template("html", "{{free}}", "strictVariables", true) + "/render"),
                                422,
                                "expression-error")
                        .path("errors")
                        .get(0)
                        .path("code")
                        .asString())
                .isEqualTo("undefined_variable");
    }

    @Test
    void anAddressRendersForWhoMayHaveIt() {
        String closed = pictify.template("html", BAR, "width", 50, "height", 10);
        String open = pictify.template("html", BAR, "width", 50, "height", 10, "hasDynamicLink", true);
        PictifyClient nobody = pictify.with("");

        Answer link = nobody.get("/r/" + open + ".png?width=50&colour=lime");
        assertThat(link.size()).isEqualTo("50x10");
        assertThat(link.header("Cache-Control")).isEqualTo("public, max-age=300");
        assertThat(nobody.get("/template/" + open + "/render?colour=lime&format=jpg")
                        .header("Content-Type"))
                .isEqualTo("image/jpeg");
        PictifyClient.refusal(nobody.get("/r/" + closed + ".png"), 401, "missing-authorization");
        assertThat(nobody.get("/r/" + closed + ".png?token=" + pictify.key()).size())
                .isEqualTo("50x10");
        PictifyClient.refusal(nobody.get("/r/unknown.png"), 404, "template-not-found");
    }

    @Test
    void documentsHaveAPageForEachSet() {
        String uid = pictify.template("html", "<h1>{{title}}</h1>", "name", "Bill", "outputFormat", "pdf");

        JsonNode one = pictify.post(
                        "/pdf/render",
                        "templateUid",
                        uid,
                        "variables",
                        Map.of("title", "A"),
                        "options",
                        Map.of("preset", "letter"))
                .ok();
        JsonNode pages = pictify.post(
                        "/pdf/multi-page",
                        "templateUid",
                        uid,
                        "variableSets",
                        List.of(Map.of("title", "A"), Map.of("title", "B")))
                .ok();
        JsonNode rendered = pictify.post("/templates/" + uid + "/render", "variables", Map.of(), "format", "pdf")
                .ok();

        assertThat(one.path("success").asBoolean()).isTrue();
        assertThat(one.path("preset").asString()).isEqualTo("Letter");
        assertThat(one.path("pageSize").path("width").asInt()).isEqualTo(612);
        assertThat(pages.path("pageCount").asInt()).isEqualTo(2);
        assertThat(pages.path("preset").asString()).isEqualTo("A4");
        assertThat(pictify.download(pages.path("url")).text()).startsWith("%PDF-");
        assertThat(rendered.path("results").get(0).path("format").asString()).isEqualTo("pdf");
        assertThat(pictify.get("/pdf/presets")
                        .ok()
                        .path("presets")
                        .path("Tabloid")
                        .path("height")
                        .asInt())
                .isEqualTo(1_224);
        assertThat(pictify.get("/pdf").ok().path("pdfs").values())
                .extracting(pdf -> pdf.path("url"))
                .contains(one.path("url"), pages.path("url"));
        PictifyClient.refusal(
                pictify.post("/pdf/multi-page", "templateUid", uid, "variableSets", List.of()),
                400,
                "validation-error");
    }

    @Test
    void expressionsAreTried() {
        JsonNode tested = pictify.post(
                        "/templates/expression/test",
                        "expression",
                        "currency(price * quantity, 'USD')",
                        "variables",
                        Map.of("price", 29.99, "quantity", 3))
                .ok();
        JsonNode valid = pictify.post("/templates/expression/validate", "expression", "price * quantity")
                .ok();
        JsonNode wrong = pictify.post("/templates/expression/validate", "expression", "price *")
                .ok();
        JsonNode text = pictify.post(
                        "/templates/expression/interpolate",
                        "text",
                        "Hi {{name}}",
                        "variables",
                        Map.of("name", "<Ada>"))
                .ok();

        assertThat(tested.path("result").asString()).isEqualTo("$89.97");
        assertThat(tested.path("resultType").asString()).isEqualTo("string");
        assertThat(valid.path("valid").asBoolean()).isTrue();
        assertThat(valid.path("expression").asString()).isEqualTo("price * quantity");
        assertThat(wrong.path("valid").asBoolean()).isFalse();
        assertThat(wrong.path("position").path("line").asInt()).isEqualTo(1);
        assertThat(text.path("result").asString()).isEqualTo("Hi <Ada>");
        PictifyClient.refusal(pictify.post("/templates/expression/test"), 400, "validation-error");
    }

    /** Each function's own example, by the endpoint that people try the language with. */
    @Test
    void theExampleOfEachFunctionRuns() {
        JsonNode functions = pictify.get("/templates/expression/functions").ok().path("functions");

        assertThat(functions.size()).isGreaterThanOrEqualTo(45);
        functions.values().forEach(function -> {
            JsonNode answer = pictify.post(
                            "/templates/expression/interpolate",
                            "text",
                            "{{" + function.path("example").asString() + "}}")
                    .ok();
            assertThat(answer.path("result").asString())
                    .as(function.toString())
                    .isEqualTo(function.path("result").asString());
        });
    }

    @Test
    void startersAreTakenAsABeginning() {
        JsonNode all = pictify.with("").get("/public/templates?limit=50").ok().path("templates");
        assertThat(all.values())
                .extracting(starter -> starter.path("uid").asString())
                .containsExactly(
                        "og-card",
                        "product-card",
                        "certificate",
                        "invoice",
                        "email-header",
                        "badge",
                        "event-ticket",
                        "chart-card",
                        "quote",
                        "gif-banner");

        String uid = pictify.post("/public/templates/og-card/fork")
                .ok()
                .path("template")
                .path("uid")
                .asString();
        JsonNode made = pictify.post("/templates/" + uid + "/render", "variables", Map.of())
                .ok();
        assertThat(pictify.download(made.path("url")).size()).isEqualTo("1200x630");
    }
}
