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

class BflModelTest extends ImageModelContract {
    @Override
    Kind kind() {
        return Kind.BFL;
    }

    @Override
    String header() {
        return "x-key";
    }

    @Override
    String headerValue() {
        return KEY;
    }

    @Override
    String modelId() {
        return "flux-2-klein-4b";
    }

    @Override
    Map<String, List<Reply>> successes(byte[] picture) {
        return Map.of(
                "a job and a link",
                List.of(
                        here(),
                        status("Pending"),
                        sample(server.url() + "/sample.jpeg"),
                        Reply.bytes("image/jpeg", picture)));
    }

    @Override
    Optional<List<Reply>> link(String address) {
        return Optional.of(List.of(here(), sample(address)));
    }

    @Override
    Optional<Reply> job(String address) {
        return Optional.of(Reply.json("{\"id\":\"bfl-1\",\"polling_url\":\"" + address + "\"}"));
    }

    @Override
    Map<String, List<Reply>> refusals() {
        return Map.of(
                "the words", List.of(here(), status("Request Moderated")),
                "the picture", List.of(here(), status("Content Moderated")));
    }

    @Override
    Reply error(int status, String words) {
        return Reply.json(status, "{\"detail\":\"" + words + "\"}");
    }

    @Override
    List<Reply> nothing() {
        return List.of(here(), Reply.json("{\"id\":\"bfl-1\",\"status\":\"Ready\",\"result\":{}}"));
    }

    @Test
    void theRequestIsTheDocumentedOneAndItIsAskedForWhereTheAnswerSays() throws Exception {
        server.play(anySuccess(PNG));

        Answer.Done done = paint(
                new Wish("fog", null, "1:1", null, 7L, REFERENCE),
                new Backend("there", modelId(), "flux-kontext-pro", Map.of(), LONG, Map.of("output_format", "png")));

        assertThat(done.requestId()).isEqualTo("bfl-1");
        assertThat(server.first().path()).isEqualTo("/v1/flux-kontext-pro");
        assertThat(input(server.first())).isEqualTo(Json.MAPPER.readTree("""
                {"prompt": "fog", "aspect_ratio": "1:1", "seed": 7, "input_image": "%s", "output_format": "png"}
                """.formatted(REFERENCE.base64())));
        assertThat(server.received().get(1).path()).isEqualTo("/eu/result?id=bfl-1");
        assertThat(server.received().get(1).headers()).containsEntry("x-key", KEY);
    }

    @Test
    void aJobThatFailedIsAbandonedAndOneThatIsNotFoundForgotten() {
        server.play(List.of(here(), status("Error")));
        assertThat(failure().trouble()).isEqualTo(Trouble.ABANDONED);

        server.play(List.of(here(), status("Task not found")));
        assertThat(failure().trouble()).isEqualTo(Trouble.FORGOTTEN);
    }

    @Test
    void theDelayInTheBodyCounts() {
        server.play(List.of(
                Reply.json(429, "{\"error\":\"rate_limit_exceeded\",\"message\":\"Too many\",\"retry_after\":5}")));

        ModelFailure failure = failure();

        assertThat(failure.trouble()).isEqualTo(Trouble.THROTTLED);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(5));
        assertThat(failure.words()).isEqualTo("Too many");
    }

    private Reply here() {
        return job(server.url() + "/eu/result?id=bfl-1").orElseThrow();
    }

    private static Reply status(String status) {
        return Reply.json("{\"id\":\"bfl-1\",\"status\":\"" + status + "\",\"result\":null}");
    }

    private static Reply sample(String address) {
        return Reply.json("{\"id\":\"bfl-1\",\"status\":\"Ready\",\"result\":{\"sample\":\"" + address
                + "\",\"prompt\":\"fog\",\"seed\":7}}");
    }
}
