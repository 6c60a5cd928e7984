package io.renderyard.gateway.face.yard;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.dialect.yard.JobRequests;
import io.renderyard.dialect.yard.Reading;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionExamplesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                SubmissionExamples.CARD,
                SubmissionExamples.FULL_PAGE,
                SubmissionExamples.FILLED,
                SubmissionExamples.GIF,
                SubmissionExamples.PDF,
                SubmissionExamples.PROMPT,
                SubmissionExamples.PAINTED
            })
    void whatTheDescriptionShowsIsAccepted(String body) {
        assertThat(JobRequests.read(body.getBytes(StandardCharsets.UTF_8), Contexts.SOMEBODY))
                .isInstanceOf(Reading.Understood.class);
    }
}
