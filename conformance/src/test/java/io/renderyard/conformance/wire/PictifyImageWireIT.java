package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Pictures of html and of templates, GIFs and lists; contract pictify.md, sections 1, 4, 5 and 16. */
@ExtendWith(OneYard.class)
class PictifyImageWireIT {
    private static final String BLUE = "<div style='background:#00f;height:100vh'></div>";
    private static final String MOVING = "<style>div{width:9px;height:9px;background:red;animation:a .5s infinite}"
            + "@keyframes a{to{transform:translateX(40px)}}</style><div></div>";

    private final PictifyClient pictify;

    PictifyImageWireIT(PictifyClient pictify) {
        this.pictify = pictify;
    }

    @Test
    void aPictureHasWhatEachClientReads() {
        JsonNode made = pictify.post("/image", "html", BLUE, "width", 40, "height", 20, "fileExtension", "png")
                .ok();

        assertThat(made.path("id").isString()).isTrue();
        assertThat(made.path("createdAt").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(made.path("width").isInt()).isTrue();
        Answer picture = pictify.download(made.path("url"));
        assertThat(picture.size()).isEqualTo("40x20");
        assertThat(picture.picture().getRGB(5, 5)).isEqualTo(0xFF0000FF);
        assertThat(picture.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    }

    /** As the Python client does; its files are named after the address. */
    @ParameterizedTest
    @CsvSource({"png,image/png", "jpg,image/jpeg", "jpeg,image/jpeg", "webp,image/webp", "pdf,application/pdf"})
    void everyFormatIsServedAsWhatItIs(String format, String type) {
        JsonNode made = pictify.post("/image", "html", BLUE, "width", 40, "height", 20, "fileExtension", format)
                .ok();

        assertThat(made.path("format").asString()).isEqualTo(format);
        assertThat(pictify.download(made.path("url")).header("Content-Type")).isEqualTo(type);
    }

    @Test
    void withoutASizeItIsACard() {
        JsonNode made = pictify.post("/image", "html", BLUE).ok();

        assertThat(pictify.download(made.path("url")).size()).isEqualTo("1200x630");
    }

    @Test
    void aSelectorIsTheSizeOfItsElement() {
        JsonNode made = pictify.post(
                        "/image",
                        "html",
                        "<p id=a style='width:31px;height:17px'></p>",
                        "selector",
                        "#a",
                        "format",
                        "png")
                .ok();

        assertThat(pictify.download(made.path("url")).size()).isEqualTo("31x17");
    }

    @ParameterizedTest
    @CsvSource({"/image", "/v1/image", "/pictify/image", "/pictify/v1/image"})
    void theFaceLivesAtFourPlaces(String path) {
        assertThat(pictify.post(path, "html", BLUE, "width", 10, "height", 10)
                        .ok()
                        .has("url"))
                .isTrue();
        PictifyClient.refusal(pictify.post(path), 400, "validation-error");
        assertThat(PictifyClient.refusal(
                                pictify.with("").get(path.replace("image", "templates")), 401, "missing-authorization")
                        .path("instance")
                        .asString())
                .isEqualTo(path.replace("image", "templates"));
    }

    @Test
    void onePictureAndAListOfThemAreShown() {
        JsonNode made =
                pictify.post("/image", "html", BLUE, "width", 41, "height", 23).ok();
        String id = made.path("id").asString();

        JsonNode one = pictify.with("").get("/image/" + id).ok().path("image");
        JsonNode list = pictify.get("/image?limit=100&offset=0").ok();

        assertThat(one.path("uid").asString()).isEqualTo(id);
        assertThat(one.path("url")).isEqualTo(made.path("url"));
        assertThat(list.path("images").values())
                .extracting(image -> image.path("id").asString())
                .contains(id);
        assertThat(list.path("pagination").path("total").isInt()).isTrue();
        assertThat(list.path("pagination").path("hasMore").isBoolean()).isTrue();
        PictifyClient.refusal(pictify.get("/image?limit=101"), 400, "validation-error");
        PictifyClient.refusal(pictify.get("/image/unknown"), 404, "image-not-found");
    }

    @Test
    void whatMovesIsAGif() {
        JsonNode made = pictify.post("/gif", "html", MOVING, "width", 60, "height", 20, "quality", "low")
                .ok();
        JsonNode gif = made.path("gif");

        assertThat(gif.path("uid").isString()).isTrue();
        assertThat(gif.path("animationLength").asInt()).isEqualTo(500);
        assertThat(gif.path("frameCount").asInt()).isEqualTo(5);
        assertThat(made.path("url")).isEqualTo(gif.path("url"));
        assertThat(made.path("_meta").path("processingTime").isNumber()).isTrue();
        Answer bytes = pictify.download(gif.path("url"));
        assertThat(bytes.text()).startsWith("GIF89a");
        assertThat(pictify.get("/gif/" + gif.path("uid").asString())
                        .ok()
                        .path("gif")
                        .path("url"))
                .isEqualTo(gif.path("url"));
        assertThat(pictify.get("/gif").ok().path("gifs").values())
                .extracting(one -> one.path("uid"))
                .contains(gif.path("uid"));
    }

    @Test
    void whatStandsStillIsNoGif() {
        JsonNode body = PictifyClient.refusal(
                pictify.post("/gif", "html", "<p>still", "width", 60, "height", 20, "quality", "low"),
                422,
                "render-failed");

        assertThat(body.path("code").asString()).isEqualTo("NOTHING_MOVES");
    }

    @Test
    void aCaptureNeedsAnAddressAndAKnownQuality() {
        assertThat(PictifyClient.refusal(pictify.post("/gif/capture"), 400, "validation-error")
                        .path("code")
                        .asString())
                .isEqualTo("MISSING_URL");
        assertThat(PictifyClient.refusal(
                                pictify.post("/gif/capture", "url", "https://example.com", "quality", "best"),
                                400,
                                "validation-error")
                        .path("code")
                        .asString())
                .isEqualTo("INVALID_QUALITY");
    }

    @Test
    void everyWrongFieldIsNamed() {
        JsonNode body = PictifyClient.refusal(
                pictify.post("/image", "html", "x", "url", "y", "width", 0, "height", 1.5, "deviceScaleFactor", "2"),
                400,
                "validation-error");

        assertThat(body.path("errors").values())
                .extracting(
                        error -> error.path("field").asString(),
                        error -> error.path("code").asString())
                .containsExactly(
                        tuple("url", "invalid_format"),
                        tuple("width", "out_of_range"),
                        tuple("height", "invalid_type"),
                        tuple("deviceScaleFactor", "invalid_type"));
        for (String text : List.of("[]", "7", "{", "\"a\"")) {
            PictifyClient.refusal(pictify.send("POST", "/image", text), 400, "validation-error");
        }
    }

    @Test
    void anInsideAddressIsRefused() {
        PictifyClient.refusal(pictify.post("/image", "url", "http://169.254.169.254/"), 422, "blocked-url");
    }

    @Test
    void theSameRequestWithTheSameKeyIsDoneOnce() {
        String body = Json.of("html", BLUE, "width", 12, "height", 12);
        String[] key = {"Idempotency-Key", "wire-" + System.nanoTime()};

        JsonNode first = pictify.send("POST", "/image", body, key).ok();
        JsonNode again = pictify.send("POST", "/v1/image", body, key).ok();

        assertThat(again).isEqualTo(first);
        PictifyClient.refusal(
                pictify.send("POST", "/image", Json.of("html", "other"), key), 422, "idempotency-conflict");
    }

    @Test
    void whatIsNotThereYetSaysSo() {
        for (String path :
                List.of("/image/canvas", "/experiments/api", "/bindings", "/video/templates", "/copilot/x")) {
            PictifyClient.refusal(pictify.send("POST", path, ""), 501, "not-implemented");
        }
        assertThat(pictify.get("/video/templates").ok().path("templates").isEmpty())
                .isTrue();
        PictifyClient.refusal(pictify.get("/pictify/nowhere"), 404, "not-found");
        PictifyClient.refusal(pictify.send("PATCH", "/templates", "{}"), 405, "method-not-allowed");
    }

    @Test
    void everyAnswerTellsHowManyMoreThereMayBe() {
        for (Answer answer : List.of(
                pictify.get("/templates"),
                pictify.post("/image"),
                pictify.with("").get("/v1/templates"),
                pictify.get("/pictify/nowhere"),
                pictify.with("").get("/health"))) {
            for (String name : List.of("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset")) {
                assertThat(answer.header(name)).as(name).matches("\\d+");
            }
        }
    }

    @Test
    void aKeyIsTried() {
        assertThat(pictify.get("/api/users/").ok().path("user").path("uid").isString())
                .isTrue();
        PictifyClient.refusal(pictify.with("ry_wrong").get("/api/users/"), 401, "invalid-api-key");
        assertThat(pictify.with("").get("/health").ok().path("status").asString())
                .isEqualTo("ok");
    }
}
