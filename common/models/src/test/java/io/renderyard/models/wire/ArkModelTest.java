package io.renderyard.models.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.models.Answer;
import io.renderyard.models.Backend;
import io.renderyard.models.Kind;
import io.renderyard.models.ModelFailure;
import io.renderyard.models.Size;
import io.renderyard.models.Trouble;
import io.renderyard.models.Wish;
import io.renderyard.models.wire.ScriptedProvider.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArkModelTest extends ImageModelContract {
    @Override
    Kind kind() {
        return Kind.ARK;
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
    String modelId() {
        return "seedream-3-0-t2i-250415";
    }

    @Override
    Map<String, List<Reply>> successes(byte[] picture) {
        Map<String, List<Reply>> forms = new LinkedHashMap<>();
        forms.put("base64", List.of(data("{\"b64_json\":\"" + base64(picture) + "\"}")));
        forms.put(
                "a link",
                List.of(data("{\"url\":\"" + server.url() + "/p.jpeg\"}"), Reply.bytes("image/jpeg", picture)));
        return forms;
    }

    @Override
    Optional<List<Reply>> link(String address) {
        return Optional.of(List.of(data("{\"url\":\"" + address + "\"}")));
    }

    @Override
    Optional<Reply> job(String address) {
        return Optional.empty();
    }

    @Override
    Map<String, List<Reply>> refusals() {
        Map<String, List<Reply>> refusals = new LinkedHashMap<>();
        for (String code : List.of(
                "SensitiveContentDetected.SevereViolation",
                "InputTextSensitiveContentDetected",
                "InputImageSensitiveContentDetected",
                "OutputImageSensitiveContentDetected",
                "InputTextRiskDetection",
                "OutputImageRiskDetection")) {
            refusals.put(code, List.of(coded(400, code, "no")));
        }
        refusals.put(
                "in the entry",
                List.of(data("{\"error\":{\"code\":\"OutputImageSensitiveContentDetected\",\"message\":\"no\"}}")));
        return refusals;
    }

    @Override
    Reply error(int status, String words) {
        return coded(status, "InvalidParameter", words);
    }

    @Override
    List<Reply> nothing() {
        return List.of(data("{}"));
    }

    @Test
    void theRequestIsTheDocumentedOne() throws Exception {
        server.play(anySuccess(PNG));

        Answer.Done _ = paint(new Wish("fog", "people", "1:1", null, 7L, null), backend());
        Answer.Done _ = paint(new Wish("fog", null, "16:9", null, null, null), backend());

        assertThat(server.first().path()).isEqualTo("/api/v3/images/generations");
        assertThat(input(server.first())).isEqualTo(Json.MAPPER.readTree("""
                {"model": "seedream-3-0-t2i-250415", "prompt": "fog", "response_format": "b64_json", "seed": 7,
                 "watermark": false}
                """));
        assertThat(input(server.received().getLast()).path("size").stringValue(""))
                .isEqualTo("1344x768");
    }

    @Test
    void theModelThatOnlyEditsKeepsTheSizeOfTheReference() throws Exception {
        server.play(anySuccess(PNG));

        Answer.Done _ = paint(
                new Wish("fog", null, "1:1", null, null, REFERENCE),
                new Backend(
                        "there",
                        modelId(),
                        "seededit-3-0-i2i-250628",
                        Map.of("1:1", new Size(1024, 1024)),
                        LONG,
                        Map.of("with-reference", Map.of("guidance_scale", 5.5))));

        assertThat(input(server.first())).isEqualTo(Json.MAPPER.readTree("""
                {"model": "seededit-3-0-i2i-250628", "prompt": "fog", "size": "adaptive",
                 "response_format": "b64_json", "watermark": false, "image": "%s", "guidance_scale": 5.5}
                """.formatted(REFERENCE.dataUrl())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"InvalidEndpointOrModel.NotFound", "InvalidEndpoint.ClosedEndpoint", "ModelNotOpen"})
    void aModelThatIsNotOpenIsGone(String code) {
        server.play(List.of(coded(400, code, "not open")));

        ModelFailure failure = failure();

        assertThat(failure.trouble()).isEqualTo(Trouble.GONE_MODEL);
    }

    private static Reply coded(int status, String code, String words) {
        return Reply.json(
                status,
                "{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + words + "\",\"type\":\"BadRequest\"}}");
    }

    private static Reply data(String entry) {
        return Reply.json("{\"model\":\"m\",\"created\":1760000000,\"data\":[" + entry + "]}");
    }
}
