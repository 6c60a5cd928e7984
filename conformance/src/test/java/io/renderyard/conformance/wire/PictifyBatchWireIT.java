package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.conformance.journey.Receiver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Batches from the request to the pictures, the ZIP and the signed POST; contract pictify.md, section 10. */
@ExtendWith(OneYard.class)
class PictifyBatchWireIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Set<String> STATES =
            Set.of("pending", "processing", "completed", "partial", "failed", "cancelled");
    private static final Set<String> OVER = Set.of("completed", "partial", "failed", "cancelled");

    private final PictifyClient pictify;
    private final String template;

    PictifyBatchWireIT(PictifyClient pictify) {
        this.pictify = pictify;
        this.template = pictify.template(
                "html",
                "<p style='margin:0;height:40px;background:{{colour}}'>{{name}}",
                "width",
                80,
                "height",
                40,
                "variableDefinitions",
                List.of(Map.of("name", "name", "validation", Map.of("required", true))),
                "layouts",
                Map.of(
                        "square",
                        Map.of("html", "<p style='margin:0;height:60px'>{{name}}", "width", 60, "height", 60)));
    }

    @Test
    void eachSetOfValuesBecomesAPicture() {
        JsonNode accepted = accepted("variableSets", List.of(card("Ada"), card("Grace")), "concurrency", 5);

        assertThat(accepted.path("status").asString()).isEqualTo("pending");
        assertThat(accepted.path("totalItems").isInt()).isTrue();
        assertThat(accepted.path("totalItems").asInt()).isEqualTo(2);
        assertThat(accepted.path("totalCount").asInt()).isEqualTo(2);
        assertThat(accepted.path("message").asString()).isNotBlank();
        assertThat(accepted.path("templateUid").asString()).isEqualTo(template);
        assertThat(accepted.path("id")).isEqualTo(accepted.path("batchId"));
        assertThat(accepted.path("jobId")).isEqualTo(accepted.path("batchId"));
        assertThat(accepted.path("createdAt").isString()).isTrue();

        JsonNode ended = ended(accepted);
        assertThat(ended.path("status").asString()).isEqualTo("completed");
        assertThat(ended.path("progress").asInt()).isEqualTo(100);
        assertThat(ended.path("completedItems").asInt()).isEqualTo(2);
        assertThat(ended.path("failedItems").asInt()).isZero();
        assertThat(ended.path("errors").isArray()).isTrue();
        assertThat(ended.path("errors").values()).isEmpty();
        assertThat(ended.path("batch").path("templateUid").asString()).isEqualTo(template);
        assertThat(ended.path("completedAt").isString()).isTrue();
        assertThat(ended.path("results").values()).hasSize(2).allSatisfy(result -> {
            assertThat(result.path("success").asBoolean()).isTrue();
            assertThat(result.path("variables").values())
                    .extracting(JsonNode::asString)
                    .containsExactlyInAnyOrder("name", "colour");
            assertThat(result.path("format").asString()).isEqualTo("png");
            assertThat(pictify.download(result.path("url")).size()).isEqualTo("80x40");
            assertThat(pictify.get("/image/" + result.path("id").asString())
                            .ok()
                            .path("image")
                            .path("url"))
                    .isEqualTo(result.path("url"));
        });
        assertThat(ended.path("results").values())
                .extracting(result -> result.path("index").asInt())
                .containsExactly(0, 1);
    }

    @Test
    void itCanBeAskedForBeforeAnythingIsThere() {
        JsonNode accepted = accepted("variableSets", Collections.nCopies(40, card("Ada")), "concurrency", 1);

        JsonNode now = results(accepted, "");

        assertThat(STATES).contains(now.path("status").asString());
        assertThat(now.path("batchId")).isEqualTo(accepted.path("batchId"));
        assertThat(now.path("results").isArray()).isTrue();
        assertThat(now.path("errors").isArray()).isTrue();
        assertThat(now.path("progress").isNumber()).isTrue();
        assertThat(now.path("totalItems").asInt()).isEqualTo(40);
    }

    @Test
    void eachSetIsDrawnInEachLayoutAndWhatCannotBeDrawnFailsAlone() {
        JsonNode accepted = accepted(
                "variableSets",
                List.of(card("Ada"), Map.of("colour", "red")),
                "layouts",
                List.of("default", "square", "definitely-not-a-real-layout"),
                "format",
                "jpg");

        JsonNode ended = ended(accepted);

        assertThat(ended.path("status").asString()).isEqualTo("partial");
        assertThat(ended.path("totalItems").asInt()).isEqualTo(2);
        assertThat(ended.path("completedItems").asInt()).isZero();
        assertThat(ended.path("failedItems").asInt()).isEqualTo(2);
        assertThat(ended.path("results").values())
                .extracting(PictifyBatchWireIT::place)
                .containsExactly("0 default", "0 square");
        JsonNode first = ended.path("results").get(0);
        assertThat(first.path("format").asString()).isEqualTo("jpg");
        assertThat(first.path("layouts").propertyNames()).containsExactly("default", "square");
        assertThat(pictify.download(first.path("layouts").path("square").path("url"))
                        .size())
                .isEqualTo("60x60");
        assertThat(ended.path("errors").values())
                .extracting(PictifyBatchWireIT::place)
                .containsExactly(
                        "0 definitely-not-a-real-layout", "1 default", "1 square", "1 definitely-not-a-real-layout");
        JsonNode missing = ended.path("errors").get(1);
        assertThat(missing.path("success").asBoolean(true)).isFalse();
        assertThat(missing.path("code").asString()).isEqualTo("VARIABLE_REQUIRED");
        assertThat(missing.path("error").asString()).contains("name");
        assertThat(missing.path("variables").values())
                .extracting(JsonNode::asString)
                .containsExactly("colour");
    }

    @Test
    void resultsComeInPagesAndByStatus() {
        List<Map<String, String>> sets = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sets.add(i == 2 ? Map.of("colour", "red") : card("n" + i));
        }
        JsonNode accepted = accepted("variableSets", sets);
        ended(accepted);

        JsonNode page = results(accepted, "?page=2&limit=2");
        assertThat(page.path("results").values())
                .extracting(result -> result.path("index").asInt())
                .containsExactly(3);
        assertThat(page.path("errors").values())
                .extracting(result -> result.path("index").asInt())
                .containsExactly(2);
        assertThat(page.path("pagination").path("totalPages").asInt()).isEqualTo(3);
        assertThat(page.path("pagination").path("total").asInt()).isEqualTo(5);
        JsonNode failed = results(accepted, "?status=failed");
        assertThat(failed.path("results").values())
                .singleElement()
                .satisfies(one -> assertThat(one.path("index").asInt()).isEqualTo(2));
        assertThat(results(accepted, "?status=completed").path("results").values())
                .hasSize(4);
        for (String query : List.of("?status=done", "?page=0", "?limit=101", "?limit=x")) {
            PictifyClient.refusal(
                    pictify.get("/templates/batch/" + id(accepted) + "/results" + query), 400, "validation-error");
        }
    }

    @Test
    void theEndIsToldWithItsResultsAndSignedWithTheAccountsSecret() {
        try (Receiver receiver = new Receiver()) {
            String batch = id(accepted(
                    "items",
                    List.of(Map.of("variables", card("Ada")), Map.of("variables", Map.of())),
                    "webhookUrl",
                    receiver.url()));

            Receiver.Delivery delivery = SubscriptionClient.first(
                    receiver,
                    body -> body.path("data").path("batchId").asString("").equals(batch));

            SubscriptionClient.assertSigned(delivery, new SubscriptionClient.Subscribed("", pictify.webhookSecret()));
            assertThat(delivery.headers().firstValue("X-Pictify-Event")).contains("batch.completed");
            JsonNode body = Json.parse(delivery.body());
            assertThat(body.propertyNames()).containsExactly("event", "timestamp", "data");
            JsonNode data = body.path("data");
            assertThat(data.path("status").asString()).isEqualTo("partial");
            assertThat(data.path("templateUid").asString()).isEqualTo(template);
            assertThat(data.path("totalCount").asInt()).isEqualTo(2);
            assertThat(data.path("completedCount").asInt()).isEqualTo(1);
            assertThat(data.path("failedCount").asInt()).isEqualTo(1);
            assertThat(data.path("duration").isIntegralNumber()).isTrue();
            assertThat(pictify.download(data.path("results").get(0).path("url")).size())
                    .isEqualTo("80x40");
            assertThat(data.path("errors").get(0).path("index").asInt()).isEqualTo(1);
        }
    }

    @Test
    void whatIsCalledOffKeepsWhatIsThere() {
        JsonNode accepted = accepted("variableSets", sets(200), "concurrency", 1, "format", "webp");
        String batch = id(accepted);
        await().atMost(SOON).until(() -> !results(accepted, "").path("results").isEmpty());

        JsonNode cancelled = pictify.send("POST", "/templates/batch/" + batch + "/cancel", null)
                .ok();

        assertThat(cancelled.path("batchId").asString()).isEqualTo(batch);
        assertThat(cancelled.path("status").asString()).isEqualTo("cancelled");
        assertThat(cancelled.path("message").asString()).isNotBlank();
        assertThat(cancelled.path("totalCount").asInt()).isEqualTo(200);
        assertThat(cancelled.path("cancelledCount").asInt()).isPositive();
        JsonNode left = results(accepted, "");
        assertThat(left.path("status").asString()).isEqualTo("cancelled");
        assertThat(left.path("results").values())
                .isNotEmpty()
                .allSatisfy(result -> assertThat(
                                pictify.download(result.path("url")).status())
                        .isEqualTo(200));
        assertThat(pictify.post("/templates/batch/" + batch + "/cancel")
                        .ok()
                        .path("status")
                        .asString())
                .isEqualTo("cancelled");
    }

    @Test
    void whatIsOverCannotBeCalledOff() {
        JsonNode accepted = accepted("variableSets", List.of(card("over")));
        ended(accepted);

        PictifyClient.refusal(pictify.post("/templates/batch/" + id(accepted) + "/cancel"), 409, "conflict");
    }

    @Test
    void allFilesComeInOneZip() throws IOException {
        JsonNode accepted = accepted("variableSets", List.of(card("one"), card("two")), "format", "pdf");
        ended(accepted);

        Answer zip = pictify.get("/templates/batch/" + id(accepted) + "/download");

        assertThat(zip.status()).isEqualTo(200);
        assertThat(zip.header("Content-Type")).isEqualTo("application/zip");
        List<String> names = new ArrayList<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip.bytes()))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).hasSize(3).first().isEqualTo("manifest.csv");
        assertThat(names.subList(1, 3)).allMatch(name -> name.endsWith(".pdf"));
    }

    @Test
    void aSheetIsASetInEachRow() {
        Answer uploaded = PictifySheetWireIT.upload(
                pictify, "file", "First name,colour\r\nAda,red\r\n\"Hopper, Grace\",blue\r\n");
        JsonNode accepted = accepted(
                "csvUrl",
                uploaded.ok().path("url").asString(),
                "mappings",
                Map.of("First name", "name", "colour", "colour"));

        assertThat(accepted.path("totalItems").asInt()).isEqualTo(2);
        JsonNode ended = ended(accepted);
        assertThat(ended.path("status").asString()).isEqualTo("completed");
        assertThat(ended.path("results").get(0).path("variables").values())
                .extracting(JsonNode::asString)
                .containsExactlyInAnyOrder("name", "colour");
    }

    @Test
    void aSheetThatMayNotBeContactedIsRefused() {
        PictifyClient.refusal(
                pictify.post(path(), "csvUrl", "http://169.254.169.254/latest/a.csv"), 422, "blocked-url");
    }

    @Test
    void aRequestThatIsRepeatedMakesNoSecondBatch() {
        String key = "batch-" + System.nanoTime();
        String body = Json.of("variableSets", List.of(card("Ada")));
        String path = "/v1/template/" + template + "/batch";

        Answer first = pictify.send("POST", path, body, "Idempotency-Key", key);
        Answer second = pictify.send("POST", path, body, "Idempotency-Key", key);
        Answer other = pictify.send("POST", path, Json.of("variableSets", List.of(card("Bo"))), "Idempotency-Key", key);

        assertThat(first.status()).as(first.text()).isEqualTo(202);
        assertThat(second.status()).as(second.text()).isEqualTo(202);
        assertThat(second.json().path("batchId")).isEqualTo(first.json().path("batchId"));
        PictifyClient.refusal(other, 422, "idempotency-conflict");
    }

    @Test
    void anUnknownSingleLayoutIsReplacedByTheBase() {
        Answer answer = pictify.post(path(), "variableSets", List.of(card("Ada")), "layout", "no-such");

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.header("X-Layout-Fallback")).isEqualTo("true");
        assertThat(ended(answer.json()).path("status").asString()).isEqualTo("completed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; variableSets; out_of_range",
                "{'variableSets':[]}; variableSets; out_of_range",
                "{'variableSets':{}}; variableSets; invalid_type",
                "{'variableSets':[1]}; variableSets[0]; invalid_type",
                "{'items':[{'variables':3}]}; items[0].variables; invalid_type",
                "{'variableSets':[{}],'format':'bmp'}; format; invalid_format",
                "{'variableSets':[{}],'concurrency':0}; concurrency; out_of_range",
                "{'variableSets':[{}],'concurrency':11}; concurrency; out_of_range",
                "{'variableSets':[{}],'webhookUrl':'ftp://x'}; webhookUrl; invalid_format",
                "{'variableSets':[{}],'layouts':'square'}; layouts; invalid_type",
                "{'variableSets':[{}],'csvUrl':'http://127.0.0.1/a.csv'}; csvUrl; invalid_format"
            })
    void aBadRequestIsToldItsField(String body, String field, String code) {
        Answer answer = pictify.send("POST", path(), body.replace('\'', '"'));

        JsonNode refusal = PictifyClient.refusal(answer, 400, "validation-error");
        assertThat(refusal.path("errors").get(0).path("field").asString()).isEqualTo(field);
        assertThat(refusal.path("errors").get(0).path("code").asString()).isEqualTo(code);
    }

    @Test
    void tooManySetsAreRefused() {
        JsonNode refusal =
                PictifyClient.refusal(pictify.post(path(), "variableSets", sets(1_001)), 400, "validation-error");

        assertThat(refusal.path("errors").get(0).path("code").asString()).isEqualTo("out_of_range");
        assertThat(refusal.path("detail").asString()).contains("1,000");
    }

    @Test
    void layoutsThatCannotBeAndHooksThatMayNotBeContactedAreRefused() {
        JsonNode layout = PictifyClient.refusal(
                pictify.post(path(), "variableSets", List.of(card("Ada")), "layouts", List.of("__proto__")),
                422,
                "validation-error");
        assertThat(layout.path("errors").get(0).path("field").asString()).isEqualTo("layouts");
        JsonNode hook = PictifyClient.refusal(
                pictify.post(
                        path(),
                        "variableSets",
                        List.of(card("Ada")),
                        "webhookUrl",
                        "http://169.254.169.254/latest/meta-data"),
                422,
                "blocked-url");
        assertThat(hook.path("errors").get(0).path("field").asString()).isEqualTo("webhookUrl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "00000000-0000-7000-8000-000000000000", "a%2Fb"})
    void whatIsNotThereIsNotFound(String name) {
        PictifyClient.refusal(pictify.get("/templates/batch/" + name + "/results"), 404, "batch-not-found");
        PictifyClient.refusal(pictify.post("/templates/batch/" + name + "/cancel"), 404, "batch-not-found");
        PictifyClient.refusal(pictify.get("/templates/batch/" + name + "/download"), 404, "batch-not-found");
        PictifyClient.refusal(
                pictify.post("/templates/" + name + "/batch-render", "variableSets", List.of(card("Ada"))),
                404,
                "template-not-found");
    }

    private static Map<String, String> card(String name) {
        return Map.of("name", name, "colour", "#cde");
    }

    private static List<Map<String, String>> sets(int count) {
        List<Map<String, String>> sets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sets.add(card("set " + i));
        }
        return sets;
    }

    private static String place(JsonNode entry) {
        return entry.path("index").asInt() + " " + entry.path("layout").asString();
    }

    private String path() {
        return "/templates/" + template + "/batch-render";
    }

    private JsonNode accepted(@Nullable Object... members) {
        Answer answer = pictify.post(path(), members);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.header("X-RateLimit-Limit")).isNotEmpty();
        return answer.json();
    }

    private static String id(JsonNode accepted) {
        return accepted.path("batchId").asString();
    }

    private JsonNode results(JsonNode accepted, String query) {
        return pictify.get("/templates/batch/" + id(accepted) + "/results" + query)
                .ok();
    }

    private JsonNode ended(JsonNode accepted) {
        await().atMost(SOON)
                .until(() -> OVER.contains(results(accepted, "").path("status").asString()));
        return results(accepted, "");
    }
}
