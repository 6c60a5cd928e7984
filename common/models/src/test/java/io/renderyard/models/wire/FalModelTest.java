package io.renderyard.models.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.models.Answer;
import io.renderyard.models.Backend;
import io.renderyard.models.Kind;
import io.renderyard.models.Trouble;
import io.renderyard.models.Wish;
import io.renderyard.models.wire.ScriptedProvider.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FalModelTest extends ImageModelContract {
    @Override
    Kind kind() {
        return Kind.FAL;
    }

    @Override
    String header() {
        return "authorization";
    }

    @Override
    String headerValue() {
        return "Key " + KEY;
    }

    @Override
    String modelId() {
        return "fal-ai/flux/schnell";
    }

    @Override
    Map<String, List<Reply>> successes(byte[] picture) {
        Map<String, List<Reply>> forms = new LinkedHashMap<>();
        forms.put(
                "a job and a link",
                List.of(
                        here(),
                        Reply.json(202, "{\"status\":\"IN_QUEUE\",\"queue_position\":1}"),
                        Reply.json(202, "{\"status\":\"IN_PROGRESS\"}"),
                        Reply.json("{\"status\":\"COMPLETED\"}"),
                        images(server.url() + "/p.png", false),
                        Reply.bytes("image/png", picture)));
        forms.put("at once with a data URL", List.of(images("data:image/png;base64," + base64(picture), false)));
        return forms;
    }

    @Override
    Optional<List<Reply>> link(String address) {
        return Optional.of(List.of(here(), Reply.json("{\"status\":\"COMPLETED\"}"), images(address, false)));
    }

    @Override
    Optional<Reply> job(String address) {
        return Optional.of(Reply.json("""
                {"request_id": "fal-1", "status": "IN_QUEUE", "queue_position": 0, "status_url": "%s/status",
                 "response_url": "%s", "cancel_url": "%s/cancel"}
                """.formatted(address, address, address)));
    }

    @Override
    Map<String, List<Reply>> refusals() {
        Reply typed = Reply.json(422, """
                {"detail": [{"loc": ["body", "prompt"], "msg": "no", "type": "content_policy_violation"}]}
                """);
        return Map.of(
                "at the door", List.of(typed),
                "as the result", List.of(here(), Reply.json("{\"status\":\"COMPLETED\"}"), typed),
                "a black picture", List.of(images(server.url() + "/black.png", true)));
    }

    @Override
    Reply error(int status, String words) {
        return Reply.json(
                status,
                status == 422
                        ? "{\"detail\":[{\"loc\":[\"body\",\"x\"],\"msg\":\"" + words + "\",\"type\":\"missing\"}]}"
                        : "{\"detail\":\"" + words + "\"}");
    }

    @Override
    List<Reply> nothing() {
        return List.of(here(), Reply.json("{\"status\":\"COMPLETED\"}"), Reply.json("{\"images\":[]}"));
    }

    @Test
    void theRequestIsTheDocumentedOneAndItsAddressesAreUsedAsGiven() throws Exception {
        server.play(anySuccess(PNG));

        Answer.Done done = paint(new Wish("fog", null, "16:9", null, 7L, REFERENCE));

        assertThat(done.requestId()).isEqualTo("fal-1");
        assertThat(input(server.first())).isEqualTo(Json.MAPPER.readTree("""
                {"prompt": "fog", "num_images": 1, "seed": 7, "image_size": {"width": 1344, "height": 768},
                 "image_urls": ["%s"]}
                """.formatted(REFERENCE.dataUrl())));
        assertThat(server.received().stream().map(each -> each.method() + " " + each.path()))
                .containsExactly(
                        "POST /fal-ai/flux/schnell-edit",
                        "GET /fal-ai/flux/requests/fal-1/status",
                        "GET /fal-ai/flux/requests/fal-1/status",
                        "GET /fal-ai/flux/requests/fal-1/status",
                        "GET /fal-ai/flux/requests/fal-1",
                        "GET /p.png");
    }

    @Test
    void anotherFieldMayTakeTheReference() throws Exception {
        server.play(anySuccess(PNG));

        Answer.Done _ = paint(
                new Wish("fog", null, "16:9", null, null, REFERENCE),
                new Backend(
                        "there",
                        modelId(),
                        "fal-ai/flux-1/schnell/redux",
                        Map.of(),
                        LONG,
                        Map.of("reference-as", "image_url")));

        assertThat(input(server.first())).isEqualTo(Json.MAPPER.readTree("""
                {"prompt": "fog", "num_images": 1, "aspect_ratio": "16:9", "image_url": "%s"}
                """.formatted(REFERENCE.dataUrl())));
    }

    @Test
    void aJobIsCancelledWhereItSays() throws Exception {
        server.play(List.of(here(), Reply.json(202, "{\"status\":\"CANCELLATION_REQUESTED\"}")));

        Answer.Pending pending = (Answer.Pending) model().submit(WISH, backend(), LONG);
        model().cancel(pending.handle(), LONG);

        assertThat(server.received().getLast().method()).isEqualTo("PUT");
        assertThat(server.received().getLast().path()).isEqualTo("/fal-ai/flux/requests/fal-1/cancel");
        assertThat(server.received().getLast().headers()).containsEntry("authorization", "Key " + KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "422, image_load_error, REFERENCE",
        "422, image_too_large, REFERENCE",
        "422, file_download_error, REFERENCE",
        "422, no_media_generated, USELESS",
        "400, downstream_service_error, TRANSIENT",
        "504, generation_timeout, TRANSIENT",
        "422, missing, BAD_REQUEST",
    })
    void theTypeOfAnErrorSaysWhatHelps(int status, String type, Trouble trouble) {
        server.play(List.of(Reply.json(status, "{\"detail\":[{\"msg\":\"m\",\"type\":\"" + type + "\"}]}")));

        assertThat(failure().trouble()).isEqualTo(trouble);
    }

    @Test
    void aJobThatEndedInAnErrorIsAbandoned() {
        server.play(
                List.of(
                        here(),
                        Reply.json(
                                "{\"status\":\"COMPLETED\",\"error\":\"Runner died\",\"error_type\":\"runner_disconnected\"}")));

        assertThat(failure().trouble()).isEqualTo(Trouble.ABANDONED);
    }

    private Reply here() {
        return job(server.url() + "/fal-ai/flux/requests/fal-1").orElseThrow();
    }

    private static Reply images(String address, boolean unsafe) {
        return Reply.json("""
                {"images": [{"url": "%s", "width": 1344, "height": 768, "content_type": "image/png"}], "seed": 7,
                 "timings": {}, "has_nsfw_concepts": [%s], "prompt": "fog"}
                """.formatted(address, unsafe));
    }
}
