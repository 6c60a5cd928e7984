package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals of every kind and their one shape; contract, sections 2.2 and 2.3. */
@ExtendWith(OneYard.class)
class HctiErrorWireIT {
    private static final String UNKNOWN = "0193f0aa-0000-7000-8000-000000000000";

    private final HctiClient hcti;

    HctiErrorWireIT(HctiClient hcti) {
        this.hcti = hcti;
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"html\":\"\"}", "{\"html\":null,\"css\":\"p{}\"}", "{\"html\":\"\",\"url\":\"\"}"})
    void aPictureOfNothingIsRefused(String body) {
        Answer answer = hcti.post("/v1/image", body);

        answer.assertRefused(400);
        assertThat(answer.json().path("message").asString()).isEqualTo("HTML is Required");
        assertThat(answer.json().path("error").asString()).isEqualTo("Bad Request");
        assertThat(answer.json().has("validation_errors")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "\"text\"", "{\"html\":\"x\"} {}", "{\"html\":\"x\",}", "null", " "})
    void whatIsNoObjectOfJsonIsRefused(String body) {
        hcti.post("/v1/image", body).assertRefused(400);
    }

    @Test
    void noBodyAtAllIsRefused() {
        hcti.send("POST", "/v1/image", null, null).assertRefused(400);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/images",
        "GET, /v1/images/" + UNKNOWN,
        "GET, /v1/usage",
        "GET, /v1/ping",
        "GET, /v1/template",
        "GET, /v1/api-keys",
        "POST, /v1/image",
        "POST, /v1/image/batch",
        "POST, /v1/image/batch/templated",
        "POST, /v1/image/t-" + UNKNOWN,
        "POST, /v1/template",
        "DELETE, /v1/image/" + UNKNOWN,
        "DELETE, /v1/image/batch",
        "DELETE, /v1/template/t-" + UNKNOWN
    })
    void aWrongKeyIsRefused(String method, String path) {
        Answer answer = hcti.with(hcti.id(), "wrong").send(method, path, "application/json", "{\"html\":\"x\"}");

        answer.assertRefused(401);
        assertThat(answer.json().path("message").asString()).isEqualTo("Bad username or password");
        assertThat(answer.json().path("error").asString()).isEqualTo("Unauthorized");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "", UNKNOWN})
    void aWrongUserIsRefused(String user) {
        hcti.with(user, hcti.key()).post("/v1/image", "{\"html\":\"x\"}").assertRefused(401);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/image/" + UNKNOWN,
        "GET, /v1/image/" + UNKNOWN + ".png",
        "GET, /v1/image/" + UNKNOWN + ".gif",
        "GET, /v1/image/no-id",
        "GET, /v1/images/" + UNKNOWN,
        "GET, /v1/images/no-id",
        "DELETE, /v1/image/" + UNKNOWN,
        "DELETE, /v1/image/no-id",
        "GET, /v1/template/t-" + UNKNOWN,
        "GET, /v1/template/no-id",
        "DELETE, /v1/template/t-" + UNKNOWN,
        "GET, /v1/api-keys/" + UNKNOWN,
        "GET, /v1/nothing",
        "POST, /v1/image/batch/nothing/at/all",
        "GET, /v1/image/a/b/c/d/e"
    })
    void whatIsNotThereIsNotFound(String method, String path) {
        hcti.send(method, path, null, null).assertRefused(404);
    }

    @ParameterizedTest
    @CsvSource({"PUT, /v1/image", "PATCH, /v1/template", "DELETE, /v1/images", "POST, /v1/usage", "DELETE, /v1/ping"})
    void aMethodThatIsNotThereIsRefused(String method, String path) {
        hcti.send(method, path, "application/json", "{}").assertRefused(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-www-form-urlencoded", "text/plain"})
    void aBodyThatIsTooLargeIsRefused(String type) {
        String body = "{\"html\":\"" + "x".repeat(11_000_000) + "\"}";

        hcti.send("POST", "/v1/image", type, body).assertRefused(413);
    }

    @Test
    void everythingThatIsWrongIsListedUnderBothNames() {
        Answer answer = hcti.post("/v1/image", Json.of("html", "x", "device_scale", 9, "ms_delay", -1));

        answer.assertRefused(400);
        assertThat(answer.json().path("validation_errors").values())
                .extracting(error -> error.path("path").asString())
                .containsExactlyInAnyOrder("device_scale", "ms_delay");
    }

    @Test
    void whoWantsHtmlGetsJsonAllTheSame() {
        hcti.read("/v1/image/" + UNKNOWN, "Accept", "text/html").assertRefused(404);
        hcti.read("/v1/nothing", "Accept", "text/html,application/xhtml+xml").assertRefused(404);
        hcti.send("POST", "/v1/image", "application/json", "{}", "Accept", "text/html")
                .assertRefused(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/images?count=%zz", "/v1/template?count=%", "/v1/api-keys?count=%zz", "/v1/image/%zz"})
    void whatIsWrittenBadlyIsRefused(String target) {
        RawGet.withCredential(hcti, target).assertRefused(400);
    }

    @Test
    void whatIsWrittenBadlyAndNotAskedForMeansNothing() {
        RawGet.withCredential(hcti, "/v1/usage?skipCache=%zz").ok();
        RawGet.withCredential(hcti, "/v1/ping?%").ok();
    }

    @Test
    void aPictureWhosePageNeverSaysThatItIsReadyIsLate() {
        String id = hcti.create("html", "<p>never</p>", "render_when_ready", true, "max_wait_ms", 500);

        hcti.read("/v1/image/" + id).assertRefused(408);
    }

    @Test
    void aSelectorThatMatchesNothingIsToldWhoAsksForThePicture() {
        hcti.read("/v1/image/" + hcti.create("html", "<p>here</p>", "selector", "#gone"))
                .assertRefused(422, "#gone");
    }

    @Test
    void aPageThatCannotBeReachedIsToldWhoAsksForThePicture() {
        String closed;
        try (Site site = new Site("")) {
            closed = site.url("/");
        }

        hcti.read("/v1/image/" + hcti.create("url", closed)).assertRefused(422);
    }
}
