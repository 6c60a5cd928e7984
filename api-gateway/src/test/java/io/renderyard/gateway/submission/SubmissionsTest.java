package io.renderyard.gateway.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.renderyard.egress.EgressPolicy;
import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobReader;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.job.JobWaiter;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.job.Webhook;
import io.renderyard.kernel.prompt.Prompt;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.PictureFormat.Margins;
import io.renderyard.kernel.render.PictureFormat.Paper;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Viewport;
import io.renderyard.kernel.tenant.TenantId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubmissionsTest {
    private static final Source PUBLIC = new Source.Url(URI.create("http://93.184.215.14/"));
    private static final Source PRIVATE = new Source.Url(URI.create("http://10.0.0.1/"));
    private static final Source MARKUP = new Source.Html("x");

    private final Submissions submissions = new Submissions(
            new EgressPolicy(List.of(), _ -> List.of()),
            (_, _) -> {
                throw new AssertionError("nothing is accepted here");
            },
            new JobWaiter(new NoJobs(), _ -> () -> {}),
            new SimpleMeterRegistry());

    @Test
    void everyAddressOfADocumentIsJudged() {
        assertThat(submissions.judge(document(PRIVATE, List.of(MARKUP, PUBLIC, PRIVATE), "http://10.0.0.2/")))
                .extracting(FieldError::field)
                .containsExactly("source.url", "output.pdf.more[2].url", "webhookUrl");
        assertThat(submissions.judge(document(PUBLIC, List.of(PUBLIC), null))).isEmpty();
        assertThat(submissions.judge(document(MARKUP, List.of(), null))).isEmpty();
    }

    @Test
    void everyPictureToGoByIsJudged() {
        assertThat(submissions.judge(painted("http://10.0.0.1/", "http://10.0.0.1/")))
                .extracting(FieldError::field)
                .containsExactly("source.referenceImageUrl", "variables.bg.referenceImageUrl");
        assertThat(submissions.judge(painted("http://93.184.215.14/", "http://93.184.215.14/")))
                .isEmpty();
    }

    private static Submission painted(String reference, String referenceOfVariable) {
        return new Submission(
                new TenantId(new UUID(0, 1)),
                RenderSpec.plain(
                        new Source.Painted(prompt(reference)), new Viewport(10, 10, 1), new PictureFormat.Png()),
                new Variables(Map.of(), Map.of("bg", prompt(referenceOfVariable))),
                Lane.PROMPT,
                null,
                Map.of(),
                Reuse.NONE);
    }

    private static Prompt prompt(String reference) {
        return new Prompt("a boat", "brush", "1:1", null, URI.create(reference), null, null, false);
    }

    private static Submission document(Source source, List<Source> more, @Nullable String webhook) {
        PictureFormat pdf =
                new PictureFormat.Pdf(Paper.A4, Margins.NONE, 1, false, true, null, null, null, null, false, more);
        return new Submission(
                new TenantId(new UUID(0, 1)),
                RenderSpec.plain(source, new Viewport(10, 10, 1), pdf),
                Variables.NONE,
                Lane.HEAVY,
                webhook == null ? null : new Webhook(URI.create(webhook)),
                Map.of(),
                Reuse.NONE);
    }

    private static final class NoJobs implements JobReader {
        @Override
        public Optional<Job> find(TenantId tenant, JobId id) {
            return Optional.empty();
        }

        @Override
        public List<Job> page(TenantId tenant, @Nullable JobState state, @Nullable JobId before, int limit) {
            return List.of();
        }
    }
}
