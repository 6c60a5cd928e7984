package io.renderyard.dialect.pictory;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.job.Webhook;
import io.renderyard.kernel.prompt.Prompt;
import io.renderyard.kernel.render.PictureFormat;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract pictory.md, sections 3.1, 3.2 and 13. */
class ImageRequestsTest {
    private static final String WORDS = "{\"prompt\":\"a lighthouse\"";

    @Test
    void aPromptAloneIsPaintedByTheFirstModelInItsFirstRatio() {
        assertThat(Asked.prompt(WORDS + "}"))
                .isEqualTo(new Prompt("a lighthouse", "seedream3.0", "1:1", null, null, null, null, false));
    }

    @Test
    void aSubmissionPaintsAnewAndAsPng() {
        Submission submission = Asked.understood(WORDS + "}");

        assertThat(submission.tenant()).isEqualTo(Asked.TENANT);
        assertThat(submission.spec().format()).isEqualTo(new PictureFormat.Png());
        assertThat(submission.variables()).isEqualTo(Variables.NONE);
        assertThat(submission.lane()).isEqualTo(Lane.PROMPT);
        assertThat(submission.reuse()).isEqualTo(Reuse.NONE);
        assertThat(submission.webhook()).isNull();
        assertThat(submission.metadata()).isEmpty();
    }

    @Test
    void everythingThatIsAskedForCounts() {
        String body = WORDS + """
                ,"model":"nanobanana-pro","aspectRatio":"9:16","style":"vintage",
                "referenceImageUrl":"https://cdn.example/ref/1.png","webhook":"https://hooks.example/painted?x=1"}""";

        assertThat(Asked.prompt(body))
                .isEqualTo(new Prompt(
                        "a lighthouse",
                        "nanobanana-pro",
                        "9:16",
                        "vintage",
                        URI.create("https://cdn.example/ref/1.png"),
                        null,
                        null,
                        false));
        assertThat(Asked.understood(body).webhook())
                .isEqualTo(new Webhook(URI.create("https://hooks.example/painted?x=1"), "pictory"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"seedream3.0", "flux-schnell", "nanobanana", "nanobanana-pro"})
    void everyModelPaintsEveryRatio(String model) {
        for (String ratio : new String[] {"1:1", "16:9", "9:16"}) {
            Prompt prompt = Asked.prompt(WORDS + ",\"model\":\"" + model + "\",\"aspectRatio\":\"" + ratio + "\"}");

            assertThat(prompt.model()).isEqualTo(model);
            assertThat(prompt.ratio()).isEqualTo(ratio);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"photorealistic", "artistic", "cartoon", "minimalist", "vintage", "futuristic"})
    void everyStyleMayBeAskedForAndIsNotWrittenIntoTheWords(String style) {
        Prompt prompt = Asked.prompt(WORDS + ",\"style\":\"" + style + "\"}");

        assertThat(prompt.style()).isEqualTo(style);
        assertThat(prompt.words()).isEqualTo("a lighthouse");
    }

    @Test
    void aModelThatTakesNoReferenceIsAskedAllTheSame() {
        assertThat(Asked.prompt(WORDS + ",\"model\":\"flux-schnell\",\"referenceImageUrl\":\"https://cdn.example/1\"}")
                        .reference())
                .isEqualTo(URI.create("https://cdn.example/1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"seed\":7", "\"webhookInput\":{\"a\":[1]}", "\"negativePrompt\":null", "\"PROMPT\":1"})
    void whatNobodyKnowsIsDropped(String member) {
        assertThat(Asked.prompt(WORDS + "," + member + "}")).isEqualTo(Asked.prompt(WORDS + "}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 4_999, 5_000})
    void aPromptOfAnAllowedLengthIsTaken(int length) {
        assertThat(Asked.prompt("{\"prompt\":\"" + "x".repeat(length) + "\"}").words())
                .hasSize(length);
    }

    @Test
    void lengthIsCountedInCodePointsAndNothingIsTrimmed() {
        assertThat(Asked.prompt("{\"prompt\":\"" + "😀".repeat(5_000) + "\"}").words())
                .hasSize(10_000);
        assertThat(Asked.wrong("{\"prompt\":\"😀😀😀😀\"}")).hasSize(1);
        assertThat(Asked.prompt("{\"prompt\":\" a   \"}").words()).isEqualTo(" a   ");
    }

    @Test
    void bracesInAPromptMeanThemselves() {
        assertThat(Asked.prompt("{\"prompt\":\"draw {{name}} twice\"}").words()).isEqualTo("draw {{name}} twice");
    }

    @Test
    void aTrialIsAPreview() {
        assertThat(Asked.prompt(Asked.read(WORDS + "}", true, null)).preview()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            value = {"NULL", "''", "'  '"},
            nullValues = "NULL")
    void withoutAUserNothingIsKept(String user) {
        assertThat(Asked.understood(Asked.read(WORDS + "}", false, user)).metadata())
                .isEmpty();
    }

    @Test
    void theUserIsKeptOnTheJob() {
        assertThat(Asked.understood(Asked.read(WORDS + "}", false, " user-7 ")).metadata())
                .isEqualTo(Map.of("pictoryUserId", "user-7"));
        assertThat(Objects.requireNonNull(Asked.understood(Asked.read(WORDS + "}", false, "x".repeat(9_000)))
                        .metadata()
                        .get("pictoryUserId")))
                .hasSize(500);
    }
}
