package io.renderyard.models.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.models.Answer;
import io.renderyard.models.Backend;
import io.renderyard.models.Kind;
import io.renderyard.models.ModelFailure;
import io.renderyard.models.Trouble;
import io.renderyard.models.Wish;
import io.renderyard.models.wire.ScriptedProvider.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeminiModelTest extends ImageModelContract {
    @Override
    Kind kind() {
        return Kind.GEMINI;
    }

    @Override
    String header() {
        return "x-goog-api-key";
    }

    @Override
    String headerValue() {
        return KEY;
    }

    @Override
    String modelId() {
        return "gemini-3-pro-image";
    }

    @Override
    Map<String, List<Reply>> successes(byte[] picture) {
        String data = base64(picture);
        return Map.of(
                "inline data after text",
                List.of(parts("{\"text\":\"Here it is\"},{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"" + data
                        + "\"}}")),
                "the last after thoughts",
                List.of(parts(
                        "{\"thought\":true,\"inlineData\":{\"data\":\"AAAA\"}},{\"inline_data\":{\"data\":\"AAAA\"}},"
                                + "{\"inline_data\":{\"data\":\"" + data + "\"}}")),
                "a data URL in text",
                List.of(parts("{\"text\":\"![x](data:image/png;base64," + data + ")\"}")),
                "a link in text",
                List.of(
                        parts("{\"text\":\"Look: ![x](" + server.url() + "/p.png)\"}"),
                        Reply.bytes("image/png", picture)));
    }

    @Override
    List<Reply> anySuccess(byte[] picture) {
        return successes(picture).getOrDefault("inline data after text", List.of());
    }

    @Override
    Optional<List<Reply>> link(String address) {
        return Optional.of(List.of(parts("{\"text\":\"![x](" + address + ")\"}")));
    }

    @Override
    Optional<Reply> job(String address) {
        return Optional.empty();
    }

    @Override
    Map<String, List<Reply>> refusals() {
        return Map.of(
                "blocked words",
                List.of(Reply.json("{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"}}")),
                "an unsafe picture",
                List.of(finish("IMAGE_SAFETY")),
                "a text that explains",
                List.of(Reply.json("""
                        {"candidates": [{"finishReason": "SAFETY", "content": {"parts": [
                            {"text": "See https://policies.example/ for why."}]}}]}
                        """)),
                "a known picture",
                List.of(finish("IMAGE_RECITATION")));
    }

    @Override
    Reply error(int status, String words) {
        return Reply.json(
                status, "{\"error\":{\"code\":" + status + ",\"message\":\"" + words + "\",\"status\":\"SOME\"}}");
    }

    @Override
    List<Reply> nothing() {
        return List.of(finish("NO_IMAGE"));
    }

    @Test
    void theRequestIsTheDocumentedOne() throws Exception {
        server.play(anySuccess(PNG));

        Answer.Done done = paint(
                new Wish("fog", "people", "16:9", null, 7L, REFERENCE),
                new Backend(
                        "there",
                        modelId(),
                        null,
                        Map.of(),
                        LONG,
                        Map.of("generationConfig", Map.of("imageConfig", Map.of("imageSize", "2K")))));

        assertThat(done.requestId()).isEqualTo("resp-1");
        assertThat(server.first().path()).isEqualTo("/v1beta/models/gemini-3-pro-image:generateContent");
        assertThat(input(server.first())).isEqualTo(Json.MAPPER.readTree("""
                {"contents": [{"role": "user", "parts": [
                    {"text": "fog\\n\\nDo not show: people"},
                    {"inline_data": {"mime_type": "image/png", "data": "%s"}}]}],
                 "generationConfig": {"responseModalities": ["TEXT", "IMAGE"],
                    "imageConfig": {"aspectRatio": "16:9", "imageSize": "2K"}}}
                """.formatted(REFERENCE.base64())));
    }

    @Test
    void theDelayInTheBodyCounts() {
        server.play(List.of(Reply.json(429, """
                {"error": {"code": 429, "message": "Quota", "status": "RESOURCE_EXHAUSTED", "details": [
                    {"@type": "type.googleapis.com/google.rpc.QuotaFailure"},
                    {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "22.4s"}]}}
                """)));

        ModelFailure failure = failure();

        assertThat(failure.trouble()).isEqualTo(Trouble.THROTTLED);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(23));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"code\":400,\"message\":\"m\",\"status\":\"FAILED_PRECONDITION\"}}",
                "{\"error\":{\"code\":400,\"message\":\"m\",\"status\":\"INVALID_ARGUMENT\",\"details\":[{\"reason\":\"API_KEY_INVALID\"}]}}"
            })
    void aBadRequestMayBeAboutTheAccount(String body) {
        server.play(List.of(Reply.json(400, body)));

        assertThat(failure().trouble()).isEqualTo(Trouble.ACCOUNT);
    }

    @Test
    void whyThereIsNoPictureIsSaid() {
        server.play(List.of(Reply.json("""
                {"candidates": [{"finishReason": "STOP", "content": {"parts": [{"text": "I only talk."}]}}]}
                """)));

        assertThat(failure().words()).isEqualTo("STOP: I only talk.");
    }

    private static Reply parts(String parts) {
        return Reply.json("{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[" + parts
                + "]},\"finishReason\":\"STOP\"}],\"responseId\":\"resp-1\"}");
    }

    private static Reply finish(String reason) {
        return Reply.json("{\"candidates\":[{\"content\":{},\"finishReason\":\"" + reason + "\"}]}");
    }
}
