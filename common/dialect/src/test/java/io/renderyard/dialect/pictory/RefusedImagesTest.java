package io.renderyard.dialect.pictory;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.job.FieldError;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract pictory.md, section 3.4: every row of its table, and its rules. */
class RefusedImagesTest {
    private static final String WORDS = "\"prompt\":\"a lighthouse\"";
    private static final String MODELS = "must be one of [seedream3.0, flux-schnell, nanobanana, nanobanana-pro]";
    private static final String RATIOS = "must be one of [1:1, 16:9, 9:16]";
    private static final String STYLES =
            "must be one of [photorealistic, artistic, cartoon, minimalist, vintage, futuristic]";
    private static final String SCHEME = "must be a valid uri with a scheme matching the http|https pattern";
    private static final String NOT_PUBLIC = "must be a publicly accessible url";

    static Stream<Arguments> rows() {
        return Stream.of(
                Arguments.of("", "prompt", "is required"),
                Arguments.of("\"prompt\":7", "prompt", "must be a string"),
                Arguments.of("\"prompt\":{}", "prompt", "must be a string"),
                Arguments.of("\"prompt\":[\"a lighthouse\"]", "prompt", "must be a string"),
                Arguments.of("\"prompt\":null", "prompt", "must be a string"),
                Arguments.of("\"prompt\":\"\"", "prompt", "is not allowed to be empty"),
                Arguments.of("\"prompt\":\"x\"", "prompt", "length must be at least 5 characters long"),
                Arguments.of("\"prompt\":\"four\"", "prompt", "length must be at least 5 characters long"),
                Arguments.of(
                        "\"prompt\":\"" + "x".repeat(5_001) + "\"",
                        "prompt",
                        "length must be less than or equal to 5000 characters long"),
                Arguments.of(WORDS + ",\"model\":\"dall-e\"", "model", MODELS),
                Arguments.of(WORDS + ",\"model\":\"\"", "model", MODELS),
                Arguments.of(WORDS + ",\"model\":\"SEEDREAM3.0\"", "model", MODELS),
                Arguments.of(WORDS + ",\"model\":3", "model", MODELS),
                Arguments.of(WORDS + ",\"model\":null", "model", MODELS),
                Arguments.of(WORDS + ",\"aspectRatio\":\"4:3\"", "aspectRatio", RATIOS),
                Arguments.of(WORDS + ",\"aspectRatio\":1", "aspectRatio", RATIOS),
                Arguments.of(WORDS + ",\"aspectRatio\":null", "aspectRatio", RATIOS),
                Arguments.of(WORDS + ",\"style\":\"cubist\"", "style", STYLES),
                Arguments.of(WORDS + ",\"style\":[]", "style", STYLES),
                Arguments.of(WORDS + ",\"style\":null", "style", STYLES));
    }

    static Stream<Arguments> addresses() {
        return Stream.of("referenceImageUrl", "webhook")
                .flatMap(field -> Stream.of(
                                new String[] {"7", "must be a string"},
                                new String[] {"null", "must be a string"},
                                new String[] {"{}", "must be a string"},
                                new String[] {"\"\"", "is not allowed to be empty"},
                                new String[] {"\"not a uri\"", "must be a valid uri"},
                                new String[] {"\"example.com/x.png\"", "must be a valid uri"},
                                new String[] {"\"/x.png\"", "must be a valid uri"},
                                new String[] {"\" https://example.com\"", "must be a valid uri"},
                                new String[] {"\"http://\"", "must be a valid uri"},
                                new String[] {"\"ftp://example.com/x.png\"", SCHEME},
                                new String[] {"\"data:image/png;base64,AAAA\"", SCHEME},
                                new String[] {"\"file:///etc/passwd\"", SCHEME},
                                new String[] {"\"https://user:word@example.com/x.png\"", NOT_PUBLIC},
                                new String[] {"\"https:///x.png\"", NOT_PUBLIC})
                        .map(row -> Arguments.of(WORDS + ",\"" + field + "\":" + row[0], field, row[1])));
    }

    @ParameterizedTest
    @MethodSource({"rows", "addresses"})
    void whatIsWrongIsToldInTheWordsOfTheContract(String members, String field, String rule) {
        assertThat(Asked.wrong("{" + members + "}")).containsExactly(wrong(field, rule));
    }

    @Test
    void everythingThatIsWrongIsToldInTheOrderOfTheFields() {
        assertThat(Asked.wrong("""
                        {"webhook":"x","style":"x","referenceImageUrl":"x","aspectRatio":"x","prompt":"x"}"""))
                .containsExactly(
                        wrong("prompt", "length must be at least 5 characters long"),
                        wrong("aspectRatio", RATIOS),
                        wrong("style", STYLES),
                        wrong("referenceImageUrl", "must be a valid uri"),
                        wrong("webhook", "must be a valid uri"));
    }

    @Test
    void ofAModelThatIsNotThereNoRatioIsWrong() {
        assertThat(Asked.wrong("{" + WORDS + ",\"model\":\"x\",\"aspectRatio\":\"x\",\"style\":\"x\"}"))
                .containsExactly(wrong("model", MODELS), wrong("style", STYLES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "7", "true", "null"})
    void aBodyThatIsNoObjectIsOneError(String body) {
        assertThat(Asked.wrong(body)).containsExactly(wrong("value", "must be of type object"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "prompt=x", "{\"prompt\":\"a lighthouse\"} {}", "{'prompt':'a lighthouse'}"})
    void aBodyThatIsNotJsonNamesNoField(String body) {
        assertThat(Asked.wrong(body)).isEmpty();
    }

    @Test
    void anAddressThatMayNotBeContactedIsNamedAsTheClientKnowsIt() {
        assertThat(ImageRequests.notPublic(List.of(
                        new FieldError("source.referenceImageUrl", "inside"), new FieldError("webhookUrl", "inside"))))
                .containsExactly(wrong("referenceImageUrl", NOT_PUBLIC), wrong("webhook", NOT_PUBLIC));
    }

    private static FieldError wrong(String field, String rule) {
        return new FieldError(field, "\"" + field + "\" " + rule);
    }
}
