package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Polls, lists and wipes; contract pictory.md, sections 4 to 7, and acceptance checks 6, 7 and 9. */
@ExtendWith(OneYard.class)
class PictoryJobWireIT {
    private static final String UNKNOWN = "0193f0aa-0000-7000-8000-000000000000";

    private final PictoryClient pictory;

    PictoryJobWireIT(PictoryClient pictory) {
        this.pictory = pictory;
    }

    @Test
    void aJobIsInProgressUntilItIsCompleted() {
        String id = pictory.create("prompt", "a harbour at night");
        List<Answer> polls = pictory.follow(id);

        assertThat(polls.subList(0, polls.size() - 1)).allSatisfy(poll -> {
            assertThat(poll.text())
                    .isEqualTo("{\"job_id\":\"" + id + "\",\"success\":true,\"data\":{\"status\":\"in-progress\"}}");
            assertThat(poll.header("Retry-After")).isEqualTo("10");
        });
        Answer end = polls.getLast();
        assertThat(PictoryClient.status(end)).as(end.text()).isEqualTo("completed");
        assertThat(end.header("Retry-After")).isEmpty();
        assertThat(end.header("Cache-Control")).contains("no-store", "private");
        assertThat(end.json().propertyNames()).containsExactlyInAnyOrder("job_id", "success", "data");
        assertThat(end.json().path("data").propertyNames())
                .containsExactlyInAnyOrder("status", "url", "width", "height", "aiCreditsUsed");
        assertThat(end.json().path("data").path("aiCreditsUsed").isNumber()).isTrue();
    }

    @Test
    void whoKnowsTheAnswerIsNotToldAgain() {
        String id = pictory.create("prompt", "a harbour at dawn");
        Answer end = pictory.follow(id).getLast();

        assertThat(pictory.get("/jobs/" + id, "If-None-Match", end.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource({
        "seedream3.0, 1:1, 1024, 1024",
        "seedream3.0, 16:9, 1280, 720",
        "seedream3.0, 9:16, 720, 1280",
        "flux-schnell, 16:9, 1344, 768"
    })
    void aCompletedJobTellsTheRealSizeOfAPng(String model, String ratio, int width, int height) {
        JsonNode data = pictory.end(pictory.create("prompt", "a lighthouse", "model", model, "aspectRatio", ratio))
                .path("data");
        Answer file = pictory.download(data.path("url").asString());
        BufferedImage picture = file.picture();

        assertThat(file.header("Content-Type")).isEqualTo("image/png");
        assertThat(new String(file.bytes(), 1, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");
        assertThat(data.path("width").asInt()).isEqualTo(picture.getWidth()).isEqualTo(width);
        assertThat(data.path("height").asInt()).isEqualTo(picture.getHeight()).isEqualTo(height);
    }

    @ParameterizedTest
    @ValueSource(strings = {UNKNOWN, "no-id", "7"})
    void aJobThatIsNotThereIsNotFound(String id) {
        Answer answer = pictory.poll(id);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text())
                .isEqualTo("{\"job_id\":\"" + id + "\",\"success\":false,\"data\":{\"error_code\":\"5000\","
                        + "\"error_message\":\"JOB_NOT_FOUND\"}}");
    }

    @Test
    void anImageIsListedAsItWasAskedFor() {
        String id = pictory.create(
                "prompt", "three boats on a lake", "model", "flux-schnell", "aspectRatio", "16:9", "style", "vintage");
        JsonNode end = pictory.end(id).path("data");
        JsonNode item = listed(id);

        assertThat(item.path("url")).isEqualTo(end.path("url"));
        assertThat(item.path("width")).isEqualTo(end.path("width"));
        assertThat(item.path("height")).isEqualTo(end.path("height"));
        assertThat(item.path("prompt").asString()).isEqualTo("three boats on a lake");
        assertThat(item.path("model").asString()).isEqualTo("flux-schnell");
        assertThat(item.path("aspectRatio").asString()).isEqualTo("16:9");
        assertThat(item.path("style").asString()).isEqualTo("vintage");
        assertThat(item.has("referenceImageUrl")).isFalse();
        assertThat(item.path("createdDate").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    }

    @Test
    void jobsAreListedUnderBothNames() {
        String id = pictory.create("prompt", "a listed lighthouse");
        JsonNode page = pictory.get("/jobs").ok();

        assertThat(page.has("nextPageKey")).isTrue();
        assertThat(page.path("items").values())
                .filteredOn(item -> item.path("job_id").asString().equals(id))
                .singleElement()
                .satisfies(item ->
                        assertThat(item.path("data").path("jobId").asString()).isEqualTo(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/jobs?nextPageKey=x", "/aistudio/images?nextPageKey=x", "/jobs?nextPageKey=%zz"})
    void aPageKeyThatNobodyGaveIsRefused(String path) {
        Answer answer = RawGet.withCredential(pictory, path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asString()).isEqualTo("INVALID_REQUEST");
        assertThat(answer.json().path("message").asString()).isNotBlank();
    }

    @Test
    void aWipedJobIsCleanedAndItsImageIsGone() {
        String id = pictory.create("prompt", "a lighthouse to forget");
        String url = pictory.end(id).path("data").path("url").asString();

        for (int i = 0; i < 2; i++) {
            Answer cleaned = pictory.delete("/jobs/" + id + "/clean");
            assertThat(cleaned.status()).as(cleaned.text()).isEqualTo(200);
            assertThat(cleaned.text()).isEqualTo("{\"success\":true}");
        }

        assertThat(pictory.poll(id).text())
                .isEqualTo("{\"job_id\":\"" + id + "\",\"success\":true,\"data\":{\"status\":\"cleaned\"}}");
        assertThat(pictory.download(url).status()).isIn(404, 410);
        assertThat(pictory.get("/aistudio/images").ok().path("items").values())
                .noneMatch(item -> item.path("id").asString().equals(id));
    }

    @Test
    void aJobThatIsNotThereCannotBeWiped() {
        Answer answer = pictory.delete("/jobs/" + UNKNOWN + "/clean");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("data").path("error_message").asString()).isEqualTo("JOB_NOT_FOUND");
    }

    private JsonNode listed(String id) {
        return pictory.get("/aistudio/images").ok().path("items").values().stream()
                .filter(item -> item.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
