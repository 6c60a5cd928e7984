package io.renderyard.gateway.face.yard;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.dialect.yard.JobRequests;
import io.renderyard.dialect.yard.Reading;
import io.renderyard.kernel.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
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
                SubmissionExamples.PDF
            })
    void whatTheDescriptionShowsIsAccepted(String body) {
        assertThat(JobRequests.read(body.getBytes(StandardCharsets.UTF_8), new TenantId(new UUID(0, 1))))
                .isInstanceOf(Reading.Understood.class);
    }
}
