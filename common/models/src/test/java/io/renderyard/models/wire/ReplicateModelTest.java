package io.renderyard.models.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.models.Answer;
import io.renderyard.models.Backend;
import io.renderyard.models.Kind;
import io.renderyard.models.Trouble;
import io.renderyard.models.Wish;
import io.renderyard.models.wire.ScriptedProvider.Received;
import io.renderyard.models.wire.ScriptedProvider.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReplicateModelTest extends ImageModelContract {
    @Override
    Kind kind() {
        return Kind.REPLICATE;
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
    JsonNode input(Received received) {
        return super.input(received).path("input");
    }

    @Override
    Map<String, List<Reply>> successes(byte[] picture) {
        Reply bytes = Reply.bytes("image/png", picture);
        Map<String, List<Reply>> forms = new LinkedHashMap<>();
        forms.put(
                "a job and a list of links",
                List.of(
                        job("starting", "null"),
                        job("processing", "null"),
                        job("succeeded", "[\"" + server.url() + "/p.png\"]"),
                        bytes));
        forms.put("at once with one link", List.of(job("succeeded", "\"" + server.url() + "/p.png\""), bytes));
        forms.put("a data URL", List.of(job("succeeded", "\"data:image/png;base64," + base64(picture) + "\"")));
        return forms;
    }

    @Override
    Optional<List<Reply>> link(String address) {
        return Optional.of(List.of(job("succeeded", "[\"" + address + "\"]")));
    }

    @Override
    Optional<Reply> job(String address) {
        return Optional.of(Reply.json(
                201,
                "{\"id\":\"rep-1\",\"status\":\"starting\",\"urls\":{\"get\":\"" + address + "\",\"cancel\":\""
                        + address + "/cancel\"}}"));
    }

    @Override
    Map<String, List<Reply>> refusals() {
        return Map.of(
                "nsfw", List.of(failed("NSFW content detected. Try running it again.")),
                "flagged",
                        List.of(
                                job("starting", "null"),
                                failed("The input or output was flagged as sensitive. (E005)")));
    }

    @Override
    Reply error(int status, String words) {
        return Reply.json(status, "{\"title\":\"Some title\",\"detail\":\"" + words + "\",\"status\":" + status + "}");
    }

    @Override
    List<Reply> nothing() {
        return List.of(job("succeeded", "[]"));
    }

    @Test
    void theRequestIsTheDocumentedOne() throws Exception {
        server.play(anySuccess(PNG));

        Answer.Done done = paint(new Wish("fog", null, "16:9", null, 7L, REFERENCE));

        assertThat(done.requestId()).isEqualTo("rep-1");
        assertThat(server.first().path()).isEqualTo("/v1/models/maker/model-1-edit/predictions");
        assertThat(server.first().headers()).containsEntry("prefer", "wait=5");
        assertThat(super.input(server.first())).isEqualTo(Json.MAPPER.readTree("""
                {"input": {"prompt": "fog", "aspect_ratio": "16:9", "seed": 7, "image_input": ["%s"]}}
                """.formatted(REFERENCE.dataUrl())));
        assertThat(server.received().get(1).path()).isEqualTo("/v1/predictions/rep-1");
    }

    @Test
    void aVersionMayBeNamed() throws Exception {
        server.play(anySuccess(PNG));

        Answer.Done _ = paint(WISH, new Backend("there", "maker/model:abc123", null, Map.of(), LONG, Map.of()));

        assertThat(server.first().path()).isEqualTo("/v1/predictions");
        assertThat(super.input(server.first()).path("version").stringValue("")).isEqualTo("abc123");
    }

    @Test
    void aJobThatFailedIsAbandoned() {
        server.play(List.of(failed("CUDA out of memory")));

        assertThat(failure().trouble()).isEqualTo(Trouble.ABANDONED);
    }

    @Test
    void aJobIsCancelledWhereItSays() throws Exception {
        server.play(List.of(job("starting", "null"), job("canceled", "null")));

        Answer.Pending pending = (Answer.Pending) model().submit(WISH, backend(), LONG);
        model().cancel(pending.handle(), LONG);

        assertThat(server.received().getLast().method()).isEqualTo("POST");
        assertThat(server.received().getLast().path()).isEqualTo("/v1/predictions/rep-1/cancel");
    }

    private Reply failed(String words) {
        return Reply.json("{\"id\":\"rep-1\",\"status\":\"failed\",\"output\":null,\"error\":\"" + words + "\"}");
    }

    private Reply job(String status, String output) {
        return Reply.json(
                status.equals("starting") ? 201 : 200,
                "{\"id\":\"rep-1\",\"model\":\"m\",\"status\":\"%s\",\"output\":%s,\"error\":null,\"urls\":{\"get\":\"%s\",\"cancel\":\"%s\"}}"
                        .formatted(
                                status,
                                output,
                                server.url() + "/v1/predictions/rep-1",
                                server.url() + "/v1/predictions/rep-1/cancel"));
    }
}
