package io.renderyard.dialect.pictory;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.dialect.Examples;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.prompt.Painting;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** Contract pictory.md, section 4. */
class PictoryJobTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void whateverMayStillEndWellIsInProgress() {
        String expected = "{'job_id':'<id>','success':true,'data':{'status':'in-progress'}}";
        PictoryJob queued = PictoryJob.of(Examples.queued(), Examples.LINKS);
        PictoryJob running = PictoryJob.of(Examples.running(), Examples.LINKS);

        assertJson(queued, expected);
        assertJson(running, expected);
        assertThat(queued.isInProgress()).isTrue();
        assertThat(running.isInProgress()).isTrue();
    }

    @Test
    void aSucceededJobIsCompletedWithAnAddressThatNeedsNoKey() {
        PictoryJob job = PictoryJob.of(Examples.succeeded(), Examples.LINKS);

        assertJson(job, """
                {'job_id':'<id>','success':true,'data':{'status':'completed',
                 'url':'https://render.example/artifacts/abcdefghijklmnopqrstuvwxyz.webp',
                 'width':1200,'height':630,'aiCreditsUsed':0}}""");
        assertThat(job.isInProgress()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0.6, 0.6", "0.6000, 0.6", "2.00, 2", "14, 14", "140, 140", "0, 0"})
    void creditsAreANumberThatMayBeAFraction(BigDecimal charged, String written) {
        String json = PictoryJob.of(Examples.painted(new Painting("fal", charged)), Examples.LINKS)
                .json();

        assertThat(json).contains("\"aiCreditsUsed\":" + written + "}");
    }

    @Test
    void aWipedJobSaysNothingElse() {
        assertJson(
                PictoryJob.of(Examples.cleaned(JobState.FAILED), Examples.LINKS),
                "{'job_id':'<id>','success':true,'data':{'status':'cleaned'}}");
    }

    @Test
    void itsMembersStandInTheirDocumentedOrder() {
        assertThat(PictoryJob.of(Examples.painted(new Painting("fal", BigDecimal.TWO)), Examples.LINKS)
                        .json())
                .isEqualTo("{\"job_id\":\"" + Examples.ID + "\",\"success\":true,\"data\":{\"status\":\"completed\","
                        + "\"url\":\"https://render.example/artifacts/abcdefghijklmnopqrstuvwxyz.webp\","
                        + "\"width\":1200,\"height\":630,\"aiCreditsUsed\":2}}");
    }

    @Test
    void aFailedJobSaysSoTwice() {
        assertJson(PictoryJob.of(Examples.failed(FailureCode.TIMEOUT, "too slow"), Examples.LINKS), """
                {'job_id':'<id>','success':false,'data':{'status':'failed',
                 'error_code':'JOB_TIMEOUT','error_message':'too slow'}}""");
        assertJson(PictoryJob.of(Examples.failed(FailureCode.STORAGE, "no room"), Examples.LINKS), """
                {'job_id':'<id>','success':false,'data':{'status':'failed',
                 'error_code':'TEXT_TO_IMAGE_FAILED','error_message':'no room'}}""");
    }

    @ParameterizedTest
    @EnumSource
    void everyFailureHasACodeOfTheContract(FailureCode code) {
        assertThat(PictoryJob.of(Examples.failed(code, "why"), Examples.LINKS)
                        .data()
                        .errorCode())
                .isIn(
                        "TEXT_TO_IMAGE_FAILED",
                        "CONTENT_POLICY_VIOLATION",
                        "REFERENCE_IMAGE_UNAVAILABLE",
                        "MODEL_UNAVAILABLE",
                        "INSUFFICIENT_CREDITS",
                        "JOB_TIMEOUT");
    }

    @ParameterizedTest
    @CsvSource({
        "PROMPT_REFUSED, CONTENT_POLICY_VIOLATION",
        "REFERENCE_UNAVAILABLE, REFERENCE_IMAGE_UNAVAILABLE",
        "CREDITS_EXHAUSTED, INSUFFICIENT_CREDITS",
        "MODEL_UNAVAILABLE, MODEL_UNAVAILABLE",
        "MODEL_FAILED, TEXT_TO_IMAGE_FAILED",
        "MODEL_TIMEOUT, JOB_TIMEOUT"
    })
    void whatAModelCanDoWrongIsToldApart(FailureCode code, String word) {
        assertThat(PictoryJob.of(Examples.failed(code, "why"), Examples.LINKS)
                        .data()
                        .errorCode())
                .isEqualTo(word);
    }

    @Test
    void aCancelledJobHasFailed() {
        assertJson(PictoryJob.of(Examples.cancelled(), Examples.LINKS), """
                {'job_id':'<id>','success':false,'data':{'status':'failed',
                 'error_code':'JOB_CANCELLED','error_message':'no longer wanted'}}""");
    }

    @Test
    void aJobThatIsNotThereHasNoStatus() {
        assertJson(PictoryJob.notFound("x"), """
                {'job_id':'x','success':false,'data':{'error_code':'5000','error_message':'JOB_NOT_FOUND'}}""");
    }

    private static void assertJson(PictoryJob job, String expected) {
        String json = expected.replace("<id>", Examples.ID.toString()).replace('\'', '"');
        assertThat(JSON.readTree(JSON.writeValueAsString(job))).isEqualTo(JSON.readTree(json));
    }
}
