package io.renderyard.db.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.db.TestLedger;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobReader;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.render.Capture;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Viewport;
import io.renderyard.kernel.tenant.TenantId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AcceptIT {
    private static final Viewport VIEWPORT = new Viewport(800, 601, 1.5);

    private final TestLedger ledger = TestLedger.shared();
    private final TenantId tenant = ledger.tenant();
    private final JobReader reader = ledger.part(JobReader.class);

    @Test
    void jobSpecAndRingAreWrittenTogether() {
        Job job = ledger.accepted(TestLedger.submission(tenant));

        assertThat(ledger.count(
                        "job where id = ? and state = 'QUEUED'", job.id().value()))
                .isOne();
        assertThat(ledger.count("job_spec where job_id = ?", job.id().value())).isOne();
        assertThat(ledger.count(
                        "outbox where subject = ? and lane = 'INTERACTIVE'",
                        job.id().value()))
                .isOne();
    }

    @Test
    void whatCannotBeAcceptedLeavesNothing() {
        TenantId nobody = new TenantId(UUID.randomUUID());

        assertThatThrownBy(() -> ledger.accepted(TestLedger.submission(nobody)))
                .hasMessageContaining("job_tenant_id_fkey");

        assertThat(ledger.count("job")).isZero();
        assertThat(ledger.count("job_spec")).isZero();
        assertThat(ledger.count("outbox")).isZero();
    }

    @Test
    void theAnswerIsWhatTheLedgerSays() {
        Job answer = ledger.accepted(TestLedger.submission(tenant));

        assertThat(reader.find(tenant, answer.id())).contains(answer);
    }

    @Test
    void metadataComeBackUnchanged() {
        Map<String, String> metadata = Map.of("schlüssel \"1\"", "日本 😀 \\ ' \n", "", "", "a.b", "{\"x\":1}");
        Submission submission =
                new Submission(tenant, TestLedger.spec(new Source.Html("x")), Lane.BATCH, null, metadata);

        Job job = ledger.accepted(submission);

        assertThat(ledger.job(job.id()).metadata()).isEqualTo(metadata);
        assertThat(ledger.job(job.id()).lane()).isEqualTo(Lane.BATCH);
    }

    @ParameterizedTest
    @MethodSource("everyKindOfSpec")
    void theWorkerReadsTheSpecThatWasAccepted(RenderSpec spec) {
        JobId job = ledger.accepted(TestLedger.submission(tenant, spec)).id();

        assertThat(ledger.part(AttemptLedger.class).claim(job, "a worker"))
                .map(AttemptLedger.Claim::spec)
                .contains(spec);
    }

    static List<RenderSpec> everyKindOfSpec() {
        List<Source> sources = List.of(
                new Source.Html("<p>nul \0 emoji 😀 quote \" backslash \\ separator \u2028"),
                new Source.Html("é".repeat(2_500_000)),
                new Source.Url(URI.create("https://example.com/a%20b?q=%22%C3%A9#top")));
        List<Capture> captures =
                List.of(new Capture.Window(), new Capture.FullPage(), new Capture.Element("a[href=\"\0\"] > b"));
        List<PictureFormat> formats =
                List.of(new PictureFormat.Png(), new PictureFormat.Jpeg(1), new PictureFormat.Webp(100));
        Source plain = new Source.Html("x");
        return Stream.of(
                        sources.stream()
                                .map(source -> new RenderSpec(
                                        source, null, VIEWPORT, captures.getFirst(), formats.getFirst())),
                        captures.stream()
                                .map(capture -> new RenderSpec(
                                        plain, "p { color: \0red }", VIEWPORT, capture, formats.getLast())),
                        formats.stream().map(format -> new RenderSpec(plain, "", VIEWPORT, captures.getLast(), format)))
                .flatMap(specs -> specs)
                .toList();
    }

    @Test
    void anotherTenantsJobIsNotThere() {
        Job job = ledger.accepted(TestLedger.submission(tenant));

        assertThat(reader.find(ledger.tenant(), job.id())).isEmpty();
    }

    @Test
    void pagesAreNewestFirstAndOnlyOnesOwn() {
        ledger.accepted();
        JobId first = ledger.accepted(TestLedger.submission(tenant)).id();
        JobId second = ledger.accepted(TestLedger.submission(tenant)).id();
        JobId third = ledger.accepted(TestLedger.submission(tenant)).id();
        List<JobId> newestFirst = Stream.of(first, second, third)
                .sorted((a, b) -> b.toString().compareTo(a.toString()))
                .toList();

        assertThat(ids(reader.page(tenant, null, null, 10))).isEqualTo(newestFirst);
        assertThat(ids(reader.page(tenant, null, null, 2))).isEqualTo(newestFirst.subList(0, 2));
        assertThat(ids(reader.page(tenant, null, newestFirst.get(1), 2))).containsExactly(newestFirst.get(2));
        ledger.claimed(second);
        assertThat(ids(reader.page(tenant, JobState.RUNNING, null, 10))).containsExactly(second);
        assertThat(ids(reader.page(tenant, JobState.QUEUED, newestFirst.get(0), 10)))
                .isEqualTo(newestFirst.stream()
                        .skip(1)
                        .filter(id -> !id.equals(second))
                        .toList());
    }

    private static List<JobId> ids(List<Job> jobs) {
        return jobs.stream().map(Job::id).toList();
    }
}
