package io.renderyard.models.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.models.Answer;
import io.renderyard.models.Backend;
import io.renderyard.models.Kind;
import io.renderyard.models.Size;
import io.renderyard.models.Wish;
import io.renderyard.models.wire.ScriptedProvider.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TogetherModelTest extends ImageModelContract {
    @Override
    Kind kind() {
        return Kind.TOGETHER;
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
        forms.put("base64", List.of(data("{\"type\":\"b64_json\",\"b64_json\":\"" + base64(picture) + "\"}")));
        forms.put(
                "a link",
                List.of(
                        data("{\"type\":\"url\",\"url\":\"" + server.url() + "/p.png\"}"),
                        Reply.bytes("image/png", picture)));
        return forms;
    }

    @Override
    Optional<List<Reply>> link(String address) {
        return Optional.of(List.of(data("{\"type\":\"url\",\"url\":\"" + address + "\"}")));
    }

    @Override
    Optional<Reply> job(String address) {
        return Optional.empty();
    }

    @Override
    Map<String, List<Reply>> refusals() {
        return Map.of(
                "by code",
                List.of(Reply.json(
                        422, "{\"error\":{\"message\":\"no\",\"type\":\"x\",\"code\":\"nsfw_content_detected\"}}")),
                "by type",
                List.of(Reply.json(400, "{\"error\":{\"message\":\"no\",\"type\":\"content_moderation\"}}")));
    }

    @Override
    Reply error(int status, String words) {
        return Reply.json(
                status,
                "{\"id\":\"x\",\"error\":{\"message\":\"" + words
                        + "\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":null}}");
    }

    @Override
    List<Reply> nothing() {
        return List.of(Reply.json("{\"id\":\"x\",\"data\":[]}"));
    }

    @Test
    void theRatioIsSaidWhereNoSizeIsSet() throws Exception {
        server.play(anySuccess(PNG));

        Answer.Done _ = paint(
                new Wish("fog", "people", "9:16", null, 7L, null),
                new Backend("there", "black-forest-labs/FLUX.1-schnell", null, Map.of(), LONG, Map.of("steps", 4)));

        assertThat(server.first().path()).isEqualTo("/v1/images/generations");
        assertThat(input(server.first())).isEqualTo(Json.MAPPER.readTree("""
                {"model": "black-forest-labs/FLUX.1-schnell", "prompt": "fog", "negative_prompt": "people", "n": 1,
                 "seed": 7, "aspect_ratio": "9:16", "response_format": "base64", "steps": 4}
                """));
    }

    @Test
    void theSizeIsSaidWhereItIsSet() throws Exception {
        server.play(anySuccess(PNG));

        Answer.Done _ = paint(new Wish("fog", null, "9:16", new Size(512, 768), null, null));

        assertThat(input(server.first()).path("width").asInt(0)).isEqualTo(512);
        assertThat(input(server.first()).path("height").asInt(0)).isEqualTo(768);
        assertThat(input(server.first()).has("aspect_ratio")).isFalse();
    }

    @Test
    void kontextTakesOneReferenceAndTheOthersAList() throws Exception {
        server.play(anySuccess(PNG));
        Wish wish = new Wish("fog", null, "1:1", null, null, REFERENCE);

        Answer.Done _ = paint(wish, new Backend("there", "a", "b/FLUX.1-kontext-pro", Map.of(), LONG, Map.of()));
        Answer.Done _ = paint(wish, new Backend("there", "a", "google/flash-image", Map.of(), LONG, Map.of()));

        assertThat(input(server.first()).path("image_url").stringValue("")).isEqualTo(REFERENCE.dataUrl());
        assertThat(input(server.received().getLast()).at("/reference_images/0").stringValue(""))
                .isEqualTo(REFERENCE.dataUrl());
    }

    private static Reply data(String entry) {
        return Reply.json("{\"id\":\"x\",\"model\":\"m\",\"object\":\"list\",\"data\":[" + entry + "]}");
    }
}
