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
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.render.Additions;
import io.renderyard.kernel.render.Area;
import io.renderyard.kernel.render.BlockRule;
import io.renderyard.kernel.render.Colour;
import io.renderyard.kernel.render.Environment;
import io.renderyard.kernel.render.FontRequest;
import io.renderyard.kernel.render.Framing;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.ResourceType;
import io.renderyard.kernel.render.SizeLimit;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Traffic;
import io.renderyard.kernel.render.Viewport;
import io.renderyard.kernel.render.Waiting;
import io.renderyard.kernel.tenant.Secret;
import io.renderyard.kernel.tenant.TenantId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AcceptIT {

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
        Submission submission = new Submission(
                tenant, TestLedger.spec(new Source.Html("x")), Variables.NONE, Lane.BATCH, null, metadata, Reuse.NONE);

        Job job = ledger.accepted(submission);

        assertThat(ledger.job(job.id()).metadata()).isEqualTo(metadata);
        assertThat(ledger.job(job.id()).lane()).isEqualTo(Lane.BATCH);
    }

    @ParameterizedTest
    @MethodSource("everyKindOfSpec")
    void theWorkerReadsTheSpecThatWasAccepted(RenderSpec spec) {
        ledger.accepted(TestLedger.submission(tenant, spec));

        assertThat(ledger.part(AttemptLedger.class).claim(Lane.INTERACTIVE, "a worker"))
                .map(AttemptLedger.Claim::spec)
                .contains(spec);
    }

    @Test
    void theWorkerReadsTheVariablesThatWereAccepted() {
        Variables variables = new Variables(Map.of("title", "nul \0 😀"), Map.of("background", TestLedger.PROMPT));
        ledger.accepted(
                TestLedger.submission(tenant, TestLedger.spec(new Source.Html("{{title}}")), variables, Reuse.NONE));

        assertThat(ledger.claimNext()).map(AttemptLedger.Claim::variables).contains(variables);
    }

    static List<RenderSpec> everyKindOfSpec() {
        List<Source> sources = List.of(
                new Source.Html("<p>nul \0 emoji 😀 quote \" backslash \\ separator \u2028"),
                new Source.Html("é".repeat(2_500_000)),
                new Source.Handlebars("<p>{{#if name}}nul \0 emoji 😀{{/if}}"),
                new Source.Url(URI.create("https://example.com/a%20b?q=%22%C3%A9#top")),
                new Source.Painted(TestLedger.PROMPT));
        List<Area> areas = List.of(
                new Area.Window(),
                new Area.FullPage(),
                new Area.Element("a[href=\"\0\"] > b"),
                new Area.Content(),
                new Area.Clip(1.5, 2, 30, 40));
        List<PictureFormat> formats = List.of(
                new PictureFormat.Png(),
                new PictureFormat.Png(new PictureFormat.Packing.Compact(), 300),
                new PictureFormat.Png(new PictureFormat.Packing.Palette(16), null),
                new PictureFormat.Jpeg(1, new Colour(0x123456), 72),
                new PictureFormat.Webp(100, true),
                new PictureFormat.Avif(50, 6),
                new PictureFormat.Gif(12.5, null, Duration.ofSeconds(3), PictureFormat.Motion.RECORDING, 128, 0),
                new PictureFormat.Pdf(
                        PictureFormat.Paper.A4,
                        new PictureFormat.Margins(1, 2, 3, 4.5),
                        1.5,
                        true,
                        true,
                        "1-2",
                        "<b>head</b>",
                        null,
                        "title",
                        false,
                        sources.subList(0, 1)));
        RenderSpec plain = TestLedger.spec(new Source.Html("x"));
        return Stream.of(
                        sources.stream().map(plain::with),
                        areas.stream()
                                .map(area -> plain.with(new Framing(
                                        area, Framing.Background.TRANSPARENT, new SizeLimit(80_000, 5_000)))),
                        formats.stream().map(plain::with),
                        Stream.of(plain.with(FULL_ADDITIONS)
                                .with(FULL_ENVIRONMENT)
                                .with(FULL_TRAFFIC)
                                .with(FULL_WAITING)
                                .with(new Viewport(10, 20, 0.1, true, true, true))))
                .flatMap(specs -> specs)
                .toList();
    }

    private static final Additions FULL_ADDITIONS = new Additions(
            "p { color: \0red }",
            "document.title = '\0'",
            List.of(new FontRequest("Open Sans", List.of("400", "700i"))),
            Additions.Emoji.TWEMOJI);
    private static final Environment FULL_ENVIRONMENT = new Environment(
            Environment.ColorScheme.DARK,
            true,
            Environment.MediaType.PRINT,
            "Europe/Berlin",
            "de-DE",
            new Environment.Geolocation(52.5, 13.4, 10),
            "an agent",
            false);
    private static final Traffic FULL_TRAFFIC = new Traffic(
            List.of(new Traffic.Header("X-Key", new Secret("open sesame"))),
            Set.of("https://cdn.example.com"),
            true,
            List.of(new Traffic.Cookie("session", new Secret("planted cookie"), ".example.com", "/", true, false)),
            new Traffic.Login("me", new Secret("planted password")),
            List.of(
                    new BlockRule("*.woff2", Set.of(ResourceType.FONT)),
                    new BlockRule(null, Set.of(ResourceType.IMAGE))),
            true,
            true);
    private static final Waiting FULL_WAITING = new Waiting(
            Waiting.Arrival.NETWORK_QUIET,
            "#ready",
            "window.done",
            "Ready",
            Duration.ofMillis(1_500),
            Duration.ofSeconds(9),
            Waiting.OnTimeout.CAPTURE,
            Set.of(Waiting.Defect.HTTP_ERROR, Waiting.Defect.CONSOLE_ERROR));

    @Test
    void whatCallersTrustUsWithIsSealedInTheLedger() {
        JobId job = ledger.accepted(TestLedger.submission(
                        tenant, TestLedger.spec(new Source.Html("x")).with(FULL_TRAFFIC)))
                .id();

        assertThat(ledger.one(String.class, "select spec from job_spec where job_id = ?", job.value()))
                .contains("X-Key")
                .doesNotContain("open sesame", "planted cookie", "planted password");
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
