package io.renderyard.models.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.models.Answer;
import io.renderyard.models.Backend;
import io.renderyard.models.Kind;
import io.renderyard.models.Size;
import io.renderyard.models.Wish;
import io.renderyard.models.wire.ScriptedProvider.Reply;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SdapiModelTest extends ImageModelContract {
    @Override
    Kind kind() {
        return Kind.SDAPI;
    }

    @Override
    String header() {
        return "authorization";
    }

    @Override
    String headerValue() {
        return "Basic " + base64(KEY.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    Map<String, List<Reply>> successes(byte[] picture) {
        Map<String, List<Reply>> forms = new LinkedHashMap<>();
        forms.put(
                "base64",
                List.of(Reply.json(
                        "{\"images\":[\"" + base64(picture) + "\"],\"parameters\":{},\"info\":\"{\\\"seed\\\":7}\"}")));
        forms.put(
                "a data URL", List.of(Reply.json("{\"images\":[\"data:image/png;base64," + base64(picture) + "\"]}")));
        return forms;
    }

    @Override
    Optional<List<Reply>> link(String address) {
        return Optional.empty();
    }

    @Override
    Optional<Reply> job(String address) {
        return Optional.empty();
    }

    @Override
    Map<String, List<Reply>> refusals() {
        return Map.of();
    }

    @Override
    Reply error(int status, String words) {
        return Reply.json(
                status, "{\"error\":\"HTTPException\",\"detail\":\"" + words + "\",\"body\":\"\",\"errors\":\"\"}");
    }

    @Override
    List<Reply> nothing() {
        return List.of(Reply.json("{\"images\":[],\"parameters\":{},\"info\":\"\"}"));
    }

    @Test
    void theRequestIsTheDocumentedOne() throws Exception {
        server.play(anySuccess(PNG));

        Answer.Done _ = paint(
                new Wish("fog", "people", "1:1", null, 7L, null),
                new Backend(
                        "there",
                        "schnell.safetensors [abc]",
                        null,
                        Map.of("1:1", new Size(1024, 1024)),
                        LONG,
                        Map.of("steps", 4, "cfg_scale", 1)));

        assertThat(server.first().path()).isEqualTo("/sdapi/v1/txt2img");
        assertThat(input(server.first())).isEqualTo(Json.MAPPER.readTree("""
                {"prompt": "fog", "negative_prompt": "people", "width": 1024, "height": 1024, "seed": 7,
                 "batch_size": 1, "send_images": true, "save_images": false,
                 "override_settings": {"sd_model_checkpoint": "schnell.safetensors [abc]"}, "steps": 4, "cfg_scale": 1}
                """));
    }

    @Test
    void aReferenceMakesItAPictureOfAPicture() throws Exception {
        server.play(anySuccess(PNG));

        Answer.Done _ = paint(
                new Wish("fog", null, "1:1", null, null, REFERENCE),
                new Backend("there", "default", null, Map.of(), LONG, Map.of()));

        assertThat(server.first().path()).isEqualTo("/sdapi/v1/img2img");
        assertThat(input(server.first())).isEqualTo(Json.MAPPER.readTree("""
                {"prompt": "fog", "batch_size": 1, "send_images": true, "save_images": false, "init_images": ["%s"]}
                """.formatted(REFERENCE.base64())));
    }
}
