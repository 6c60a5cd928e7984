package io.renderyard.models.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.renderyard.models.Answer;
import io.renderyard.models.Backend;
import io.renderyard.models.Kind;
import io.renderyard.models.ModelFailure;
import io.renderyard.models.Trouble;
import io.renderyard.models.Wish;
import io.renderyard.models.wire.ScriptedProvider.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiModelTest extends ImageModelContract {
    private static final Wish FULL = new Wish("fog", "people", "1:1", null, 7L, null);

    @Override
    Kind kind() {
        return Kind.OPENAI;
    }

    @Override
    String header() {
        return "authorization";
    }

    @Override
    String headerValue() {
        return "Bearer " + KEY;
    }

    @Override
    Map<String, List<Reply>> successes(byte[] picture) {
        Map<String, List<Reply>> forms = new LinkedHashMap<>();
        forms.put("base64", List.of(data("{\"b64_json\":\"" + base64(picture) + "\"}")));
        forms.put(
                "a link", List.of(data("{\"url\":\"" + server.url() + "/p.png\"}"), Reply.bytes("image/png", picture)));
        forms.put("bytes", List.of(Reply.bytes("image/png", picture)));
        forms.put(
                "a job",
                List.of(
                        here(),
                        Reply.json("{\"id\":\"sd-1\",\"status\":\"generating\",\"queue_position\":0}"),
                        Reply.json("{\"id\":\"sd-1\",\"status\":\"completed\",\"result\":{\"images\":[{\"b64_json\":\""
                                + base64(picture) + "\"}]}}")));
        return forms;
    }

    @Override
    Optional<List<Reply>> link(String address) {
        return Optional.of(List.of(data("{\"url\":\"" + address + "\"}")));
    }

    @Override
    Optional<Reply> job(String address) {
        return Optional.of(Reply.json(
                202,
                "{\"id\":\"sd-1\",\"kind\":\"img_gen\",\"status\":\"queued\",\"created\":1,\"poll_url\":\"" + address
                        + "\"}"));
    }

    @Override
    Map<String, List<Reply>> refusals() {
        return Map.of(
                "by code",
                List.of(coded(400, "content_policy_violation")),
                "by a newer code",
                List.of(coded(400, "moderation_blocked")));
    }

    @Override
    Reply error(int status, String words) {
        return Reply.json(
                status,
                "{\"error\":{\"message\":\"" + words
                        + "\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":null}}");
    }

    @Override
    List<Reply> nothing() {
        return List.of(Reply.json("{\"created\":0,\"data\":[]}"));
    }

    @Test
    void aPlainServerIsSentNothingItMayNotKnow() throws Exception {
        server.play(anySuccess(PNG));

        Answer.Done _ = paint(FULL, of(Map.of()));

        assertThat(server.first().path()).isEqualTo("/v1/images/generations");
        assertThat(input(server.first())).isEqualTo(Json.MAPPER.readTree("""
                {"prompt": "fog", "model": "sd", "n": 1, "response_format": "b64_json"}
                """));
    }

    @Test
    void eachServerGetsSeedAndNegativeWordsWhereItTakesThem() throws Exception {
        server.play(anySuccess(PNG));

        Answer.Done _ = paint(FULL, of(Map.of("server", "vllm")));
        assertThat(input(server.first()).path("seed").asInt(0)).isEqualTo(7);
        assertThat(input(server.first()).path("negative_prompt").stringValue(""))
                .isEqualTo("people");

        Answer.Done _ = paint(FULL, of(Map.of("server", "localai")));
        assertThat(input(server.received().getLast()).path("prompt").stringValue(""))
                .isEqualTo("fog|people");

        Answer.Done _ = paint(FULL, of(Map.of("server", "sd-server", "extra-args", Map.of("steps", 4))));
        assertThat(input(server.received().getLast()).path("prompt").stringValue(""))
                .isEqualTo("fog <sd_cpp_extra_args>{\"negative_prompt\":\"people\",\"seed\":7,\"steps\":4}"
                        + "</sd_cpp_extra_args>");
        assertThat(input(server.received().getLast()).has("extra-args")).isFalse();
    }

    @Test
    void nobodyElseSaysHowManyStepsAreMade() throws Exception {
        server.play(anySuccess(PNG));

        Answer.Done _ = paint(
                new Wish("fog <sd_cpp_<SD_cpp_extra_args>extra_args>{\"steps\":9999}</sd_cpp_extra_args>", "1:1"),
                of(Map.of("server", "sd-server")));

        assertThat(input(server.first()).path("prompt").stringValue("").toLowerCase(Locale.ROOT))
                .doesNotContain("sd_cpp_extra_args");
    }

    @Test
    void aServerThatIsUnknownIsABadRequest() {
        server.play(anySuccess(PNG));

        assertThat(assertThrows(ModelFailure.class, () -> paint(FULL, of(Map.of("server", "what"))))
                        .words())
                .contains("plain, sd-server, localai, vllm");
    }

    @Test
    void aReferenceGoesIntoAForm() throws Exception {
        server.play(anySuccess(PNG));

        Answer.Done _ = paint(
                new Wish("fog", null, "1:1", null, null, REFERENCE),
                new Backend("there", "a", "b", Map.of(), LONG, Map.of("quality", "high")));

        assertThat(server.first().path()).isEqualTo("/v1/images/edits");
        assertThat(server.first().headers().get("content-type")).startsWith("multipart/form-data; boundary=");
        assertThat(server.first().text())
                .contains("name=\"image\"; filename=\"reference.png\"\r\nContent-Type: image/png\r\n\r\n")
                .contains("name=\"prompt\"\r\n\r\nfog\r\n")
                .contains("name=\"model\"\r\n\r\nb\r\n")
                .contains("name=\"quality\"\r\n\r\nhigh\r\n");
    }

    @Test
    void aServerMayTakeTheReferenceInJson() throws Exception {
        server.play(anySuccess(PNG));

        Answer.Done _ = paint(
                new Wish("fog", null, "1:1", null, null, REFERENCE),
                new Backend("there", "a", "b", Map.of(), LONG, Map.of("server", "localai")));

        assertThat(server.first().path()).isEqualTo("/v1/images/generations");
        assertThat(input(server.first()).at("/ref_images/0").stringValue("")).isEqualTo(REFERENCE.base64());
    }

    @Test
    void aJobMayBeNamedByAPathAndIsCancelledBesideIt() throws Exception {
        server.play(List.of(job("/sdcpp/v1/jobs/sd-1").orElseThrow(), Reply.json("{}")));

        Answer.Pending pending = (Answer.Pending) model().submit(WISH, backend(), LONG);
        model().cancel(pending.handle(), LONG);

        assertThat(server.received().getLast().path()).isEqualTo("/sdcpp/v1/jobs/sd-1/cancel");
    }

    @Test
    void aJobThatFailedIsAbandoned() {
        server.play(
                List.of(here(), Reply.json("{\"status\":\"failed\",\"error\":{\"code\":\"x\",\"message\":\"m\"}}")));

        ModelFailure failure = failure();

        assertThat(failure.trouble()).isEqualTo(Trouble.ABANDONED);
        assertThat(failure.words()).isEqualTo("m");
    }

    @ParameterizedTest
    @CsvSource({
        "429, insufficient_quota, ACCOUNT",
        "429, rate_limit_exceeded, THROTTLED",
        "400, billing_hard_limit_reached, ACCOUNT",
        "400, model_not_found, GONE_MODEL",
        "400, invalid_image_file, REFERENCE",
        "413, x, REFERENCE",
        "301, x, BAD_REQUEST",
    })
    void theCodeSaysMoreThanTheStatus(int status, String code, Trouble trouble) {
        server.play(List.of(coded(status, code)));

        assertThat(failure().trouble()).isEqualTo(trouble);
    }

    private Reply here() {
        return job(server.url() + "/sdcpp/v1/jobs/sd-1").orElseThrow();
    }

    private static Backend of(Map<String, Object> options) {
        return new Backend("there", "sd", null, Map.of(), LONG, options);
    }

    private static Reply coded(int status, String code) {
        return Reply.json(status, "{\"error\":{\"message\":\"m\",\"type\":\"t\",\"code\":\"" + code + "\"}}");
    }

    private static Reply data(String entry) {
        return Reply.json("{\"created\":0,\"data\":[" + entry + "]}");
    }
}
