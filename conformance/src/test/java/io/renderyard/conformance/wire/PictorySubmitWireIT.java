package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Taking and refusing prompts; contract pictory.md, section 3, and acceptance checks 1 to 5. */
@ExtendWith(OneYard.class)
class PictorySubmitWireIT {
    private static final String REFUSED =
            "{\"code\":\"INVALID_REQUEST_BODY\",\"message\":\"Request body validation failed.\",\"fields\":[%s]}";
    private static final String WORDS = "'prompt':'a lighthouse'";

    private final PictoryClient pictory;

    PictorySubmitWireIT(PictoryClient pictory) {
        this.pictory = pictory;
    }

    @Test
    void aPromptAloneIsPaintedByTheDefaultModelInItsFirstRatio() {
        Answer answer = pictory.submit("{\"prompt\":\"a lighthouse in fog\"}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        String id = answer.json().path("data").path("jobId").asString();
        assertThat(answer.text()).isEqualTo("{\"success\":true,\"data\":{\"jobId\":\"" + id + "\"}}");
        assertThat(UUID.fromString(id).toString()).isEqualTo(id);
        assertThat(pictory.end(id).path("data").path("status").asString()).isEqualTo("completed");
        JsonNode listed = pictory.get("/aistudio/images").ok().path("items").values().stream()
                .filter(item -> item.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(listed.path("model").asString()).isEqualTo("seedream3.0");
        assertThat(listed.path("aspectRatio").asString()).isEqualTo("1:1");
    }

    @Test
    void theDocumentedRefusalIsExactlyThat() {
        Answer answer = pictory.submit("{}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .isEqualTo(REFUSED.formatted("{\"field\":\"prompt\",\"message\":\"\\\"prompt\\\" is required\"}"));
    }

    @ParameterizedTest
    @CsvSource({"4, 400", "5, 200", "5000, 200", "5001, 400"})
    void aPromptHasFiveToFiveThousandCharacters(int length, int status) {
        assertThat(pictory.submit(Json.of("prompt", "x".repeat(length))).status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"seed\":7", "\"webhookInput\":{\"a\":1}", "\"unknown\":null"})
    void whatNobodyKnowsIsDropped(String member) {
        assertThat(pictory.submit("{\"prompt\":\"a lighthouse\"," + member + "}")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"'', 401", "wrong, 401", "pictai_wrong, 401", "Bearer pictai_wrong, 401", "Basic eDp5, 401"})
    void withoutAGoodKeyNothingIsTaken(String key, int status) {
        for (String body : new String[] {"{\"prompt\":\"a lighthouse\"}", "{"}) {
            Answer answer = pictory.with(key).submit(body);

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.text()).isEqualTo("{\"message\":\"Unauthorized\"}");
        }
    }

    @Test
    void aKeyMayComeAsBearer() {
        assertThat(pictory.with("Bearer " + pictory.key()).get("/jobs").status())
                .isEqualTo(200);
        assertThat(pictory.with("  " + pictory.key() + " ").get("/jobs").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{'prompt':7} # prompt # must be a string",
                "{'prompt':null} # prompt # must be a string",
                "{'prompt':''} # prompt # is not allowed to be empty",
                "{'prompt':'four'} # prompt # length must be at least 5 characters long",
                "{<w>,'model':'x'} # model # must be one of [seedream3.0, flux-schnell, nanobanana, nanobanana-pro]",
                "{<w>,'aspectRatio':'4:3'} # aspectRatio # must be one of [1:1, 16:9, 9:16]",
                "{<w>,'style':'x'} # style #"
                        + " must be one of [photorealistic, artistic, cartoon, minimalist, vintage, futuristic]",
                "{<w>,'style':null} # style #"
                        + " must be one of [photorealistic, artistic, cartoon, minimalist, vintage, futuristic]",
                "{<w>,'referenceImageUrl':7} # referenceImageUrl # must be a string",
                "{<w>,'referenceImageUrl':''} # referenceImageUrl # is not allowed to be empty",
                "{<w>,'referenceImageUrl':'x'} # referenceImageUrl # must be a valid uri",
                "{<w>,'referenceImageUrl':'ftp://example.com/x'} # referenceImageUrl #"
                        + " must be a valid uri with a scheme matching the http|https pattern",
                "{<w>,'referenceImageUrl':'http://169.254.169.254/x'} # referenceImageUrl #"
                        + " must be a publicly accessible url",
                "{<w>,'webhook':null} # webhook # must be a string",
                "{<w>,'webhook':''} # webhook # is not allowed to be empty",
                "{<w>,'webhook':'x'} # webhook # must be a valid uri",
                "{<w>,'webhook':'http://127.0.0.1:1/x'} # webhook # must be a publicly accessible url",
                "[] # value # must be of type object",
                "7 # value # must be of type object"
            })
    void whatIsWrongIsToldInTheWordsOfTheContract(String body, String field, String rule) {
        Answer answer = pictory.submit(body.replace("<w>", WORDS).replace('\'', '"'));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text())
                .isEqualTo(REFUSED.formatted("{\"field\":\"<f>\",\"message\":\"\\\"<f>\\\" <r>\"}"
                        .replace("<f>", field)
                        .replace("<r>", rule)));
    }

    @Test
    void everythingThatIsWrongIsListedInTheOrderOfTheFields() {
        assertThat(pictory.submit("{\"webhook\":1,\"style\":1,\"referenceImageUrl\":1,\"aspectRatio\":1,\"model\":1}")
                        .json()
                        .path("fields")
                        .values())
                .extracting(error -> error.path("field").asString())
                .containsExactly("prompt", "model", "style", "referenceImageUrl", "webhook");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "prompt=x", "{\"prompt\":\"a lighthouse\"} {}"})
    void whatIsNotJsonNamesNoField(String body) {
        Answer answer = pictory.submit(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo(REFUSED.formatted(""));
    }

    @Test
    void whatDoesNotCallItselfJsonIsRefused() {
        Answer answer = pictory.send("POST", "/aistudio/images", "text/plain", "{\"prompt\":\"a lighthouse\"}");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.text()).isEqualTo("{\"message\":\"Unsupported Media Type\"}");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        Answer answer = pictory.submit(Json.of("prompt", "x".repeat(11_000_000)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).isEqualTo("{\"message\":\"Request Too Long\"}");
    }

    @Test
    void aRepeatedRequestMakesNoSecondJob() {
        String key = UUID.randomUUID().toString();
        Answer first = pictory.submit("{\"prompt\":\"a lighthouse\"}", "Idempotency-Key", key);
        Answer again = pictory.submit("{\"prompt\":\"a lighthouse\"}", "Idempotency-Key", key);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(pictory.submit("{\"prompt\":\"another one\"}", "Idempotency-Key", key)
                        .status())
                .isEqualTo(422);
    }
}
