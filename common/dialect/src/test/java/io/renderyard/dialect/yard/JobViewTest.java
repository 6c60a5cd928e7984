package io.renderyard.dialect.yard;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.dialect.Examples;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.event.Event;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.event.EventType;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.job.Progress;
import io.renderyard.kernel.prompt.Painting;
import io.renderyard.kernel.render.Extent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JobViewTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ARTIFACT_URL = "https://render.example/artifacts/abcdefghijklmnopqrstuvwxyz.webp";

    @Test
    void aQueuedJobSaysWhenItIsDue() {
        assertSeen(Examples.queued(), """
                {%s,'state':'queued','attempts':0,'dueAt':'2026-11-21T03:00:00Z',%s}""");
    }

    @Test
    void aRunningJobSaysWhenItBegan() {
        assertSeen(Examples.running(), """
                {%s,'state':'running','attempts':2,'startedAt':'2026-11-21T03:00:00.250Z',%s}""");
    }

    @Test
    void aSucceededJobShowsItsPicture() {
        assertSeen(
                Examples.succeeded(),
                """
                {%s,'state':'succeeded','attempts':2,
                 'startedAt':'2026-11-21T03:00:00.250Z','finishedAt':'2026-11-21T03:00:01.500Z',
                 'artifact':{'id':'abcdefghijklmnopqrstuvwxyz','url':'URL','contentType':'image/webp',
                             'width':1200,'height':630,'unit':'px','size':4321,'sha256':'SHA'},%s}""".replace("URL", ARTIFACT_URL).replace("SHA", "ab".repeat(32)),
                ",'artifact':'" + ARTIFACT_URL + "','receipt':'https://render.example/api/v1/jobs/" + Examples.ID
                        + "/receipt'");
    }

    @Test
    void aPictureThatIsNoLongerKeptSaysSinceWhen() {
        Artifact kept = ((Job.Succeeded) Examples.succeeded().outcome()).artifact();
        Artifact expired = new Artifact(
                kept.id(),
                kept.key(),
                kept.contentType(),
                kept.size(),
                kept.extent(),
                kept.sha256(),
                null,
                Instant.parse("2026-12-21T03:00:00Z"));

        assertThat(JSON.writeValueAsString(JobView.of(with(new Job.Succeeded(expired)), Examples.LINKS)))
                .contains("\"url\":\"" + ARTIFACT_URL + '"', "\"expiredAt\":\"2026-12-21T03:00:00Z\"");
    }

    @Test
    void aPaintedPictureSaysWhoseItIsAndWhatItCost() {
        assertThat(paid("14.00")).contains("\"backend\":\"fal\",\"credits\":14,\"metadata\"");
        assertThat(paid("0.60")).contains("\"credits\":0.6,");
        assertThat(paid("100")).contains("\"credits\":100,");
        assertThat(paid("0")).contains("\"credits\":0,");
    }

    private static String paid(String credits) {
        Job job = Examples.succeeded();
        Artifact plain = ((Job.Succeeded) job.outcome()).artifact();
        Artifact painted = plain.with(new Painting("fal", new BigDecimal(credits)));
        return JSON.writeValueAsString(JobView.of(with(new Job.Succeeded(painted)), Examples.LINKS));
    }

    @Test
    void aCleanedJobShowsThatAndNothingElse() {
        assertSeen(with(new Job.Cleaned(JobState.FAILED)), """
                {%s,'state':'failed','attempts':2,'cleaned':true,
                 'startedAt':'2026-11-21T03:00:00.250Z','finishedAt':'2026-11-21T03:00:01.500Z',%s}""");
    }

    @Test
    void itsSenderIsToldWhatIsNotUsed() {
        JobView view = JobView.of(Examples.queued(), Examples.LINKS);

        assertThat(JSON.writeValueAsString(view.with(List.of("a", "b")))).contains("\"warnings\":[\"a\",\"b\"]");
        assertThat(view.with(List.of())).isSameAs(view);
    }

    private static Job with(Job.Outcome outcome) {
        Job job = Examples.succeeded();
        return new Job(
                job.id(),
                job.tenant(),
                job.lane(),
                outcome,
                job.attempts(),
                job.item(),
                job.metadata(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt());
    }

    @Test
    void aRunningJobSaysHowFarItIs() {
        assertSeen(Examples.running(new Progress(3, 30)), """
                {%s,'state':'running','attempts':2,'startedAt':'2026-11-21T03:00:00.250Z',
                 'progress':{'done':3,'of':30},%s}""");
    }

    @Test
    void aMovingPictureSaysHowLongItIs() {
        assertThat(artifact(new Extent.Moving(10, 20, 7, Duration.ofMillis(1_500))))
                .contains("""
                "width":10,"height":20,"unit":"px","frames":7,"durationMs":1500,"size\"""");
    }

    @Test
    void aDocumentIsMeasuredInPoints() {
        assertThat(artifact(new Extent.Paged(595, 842, 3))).contains("""
                "width":595,"height":842,"unit":"pt","pages":3,"size\"""");
    }

    private static String artifact(Extent extent) {
        return JSON.writeValueAsString(JobView.of(Examples.succeeded(extent), Examples.LINKS));
    }

    @Test
    void aReceiptSaysHowTheResultCameAbout() {
        Receipt receipt = new Receipt(
                "Title",
                "https://a.example/end",
                200,
                List.of(
                        new Receipt.Step("load", Duration.ofNanos(12_345_678)),
                        new Receipt.Step("wait", Duration.ZERO)),
                List.of("boom"),
                List.of(new Receipt.FailedRequest("https://a.example/x", "404")),
                List.of(new Receipt.BlockedRequest("https://a.example/y", "egress")),
                "Chrome/156",
                "fo",
                Set.of(Receipt.Flag.SCALED_DOWN, Receipt.Flag.NOT_READY));
        Job job = Examples.succeeded();

        var seen = JSON.valueToTree(
                ReceiptView.of(job.id(), ((Job.Succeeded) job.outcome()).artifact(), receipt, Examples.LINKS));

        assertThat(seen.get("artifact"))
                .isEqualTo(JSON.valueToTree(JobView.of(job, Examples.LINKS)).get("artifact"));
        assertThat(((ObjectNode) seen).without("artifact"))
                .isEqualTo(JSON.readTree("""
                {'job':'ID','title':'Title','finalUrl':'https://a.example/end','httpStatus':200,
                 'steps':[{'name':'load','ms':12.35},{'name':'wait','ms':0.0}],'consoleErrors':['boom'],
                 'failedRequests':[{'url':'https://a.example/x','reason':'404'}],
                 'blockedRequests':[{'url':'https://a.example/y','by':'egress'}],
                 'browser':'Chrome/156','fonts':'fo','flags':['not_ready','scaled_down']}""".replace('\'', '"').replace("ID", Examples.ID.toString())));
    }

    @Test
    void aReceiptTellsWhoPaintedWhat() {
        Receipt receipt = new Receipt(
                        "", "about:blank", null, List.of(), List.of(), List.of(), List.of(), "", "", Set.of())
                .with(
                        List.of(
                                new Receipt.Painted("bg", "fal", "fal-ai/flux", "r-1", Duration.ofMillis(1_500)),
                                new Receipt.Painted("", "preview", "", null, Duration.ZERO)),
                        Set.of(Receipt.Flag.REFERENCE_IGNORED));
        Job job = Examples.succeeded();

        var seen = JSON.valueToTree(
                ReceiptView.of(job.id(), ((Job.Succeeded) job.outcome()).artifact(), receipt, Examples.LINKS));

        assertThat(seen.get("flags")).isEqualTo(JSON.readTree("[\"reference_ignored\"]"));
        assertThat(seen.get("paintings")).isEqualTo(JSON.readTree("""
                [{"variable":"bg","backend":"fal","model":"fal-ai/flux","requestId":"r-1","ms":1500.0},
                 {"backend":"preview","ms":0.0}]"""));
    }

    @Test
    void aFailedJobSaysWhyAndWhomItConcerns() {
        assertSeen(Examples.failed(FailureCode.NAVIGATION_FAILED, "No such name."), """
                {%s,'state':'failed','attempts':2,
                 'startedAt':'2026-11-21T03:00:00.250Z','finishedAt':'2026-11-21T03:00:01.500Z',
                 'failure':{'code':'navigation_failed','concerns':'target',
                            'message':'No such name.'},%s}""");
    }

    @Test
    void aCancelledJobSaysWhy() {
        assertSeen(Examples.cancelled(), """
                {%s,'state':'cancelled','attempts':0,'finishedAt':'2026-11-21T03:00:01.500Z',
                 'cancelReason':'no longer wanted',%s}""");
    }

    @Test
    void anEventCarriesTypeTimeAndTheWholeJob() {
        Event event = new Event(
                new EventId(UUID.randomUUID()),
                Examples.succeeded().tenant(),
                new Event.OfJob(Examples.ID),
                EventType.JOB_SUCCEEDED,
                Examples.ENDED,
                null);

        var seen = JSON.valueToTree(EventView.of(event, Examples.succeeded(), Examples.LINKS));

        assertThat(seen.get("type").asString()).isEqualTo("job.succeeded");
        assertThat(seen.get("timestamp").asString()).isEqualTo("2026-11-21T03:00:01.500Z");
        assertThat(seen.get("data")).isEqualTo(JSON.valueToTree(JobView.of(Examples.succeeded(), Examples.LINKS)));
        assertThat(seen.propertyNames()).containsExactlyInAnyOrder("type", "timestamp", "data");
    }

    @Test
    void aPageSaysWhereTheNextOneBegins() {
        JobPage last = JobPage.of(Collections.nCopies(JobPage.SIZE, Examples.queued()), Examples.LINKS);
        JobPage more = JobPage.of(Collections.nCopies(JobPage.SIZE + 1, Examples.queued()), Examples.LINKS);

        assertThat(last.jobs()).hasSize(JobPage.SIZE);
        assertThat(last.nextCursor()).isNull();
        assertThat(more.jobs()).hasSize(JobPage.SIZE);
        assertThat(more.nextCursor()).isNotNull();
        assertThat(JobPage.readCursor(String.valueOf(more.nextCursor()))).contains(Examples.ID);
        assertThat(JobPage.readCursor("nonsense!")).isEmpty();
        assertThat(JobPage.readCursor("")).isEmpty();
        assertThat(JobPage.readCursor("YWJj")).isEmpty();
    }

    private static void assertSeen(Job job, String expected) {
        assertSeen(job, expected, "");
    }

    /** Written with single quotes; the first %s is what every job has, the second metadata and links. */
    private static void assertSeen(Job job, String expected, String artifactLink) {
        String same = "'id':'" + Examples.ID + "','lane':'interactive','createdAt':'2026-11-21T03:00:00Z'";
        String self = "https://render.example/api/v1/jobs/" + Examples.ID;
        String rest = "'metadata':{'order':'7'},'links':{'self':'" + self + "','events':'" + self + "/events'"
                + artifactLink + "}";
        String json = expected.formatted(same, rest).replace('\'', '"');
        assertThat(JSON.readTree(JSON.writeValueAsString(JobView.of(job, Examples.LINKS))))
                .isEqualTo(JSON.readTree(json));
    }
}
