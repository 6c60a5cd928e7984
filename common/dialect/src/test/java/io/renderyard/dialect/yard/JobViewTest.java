package io.renderyard.dialect.yard;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.dialect.Examples;
import io.renderyard.kernel.event.Event;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.event.EventType;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Job;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

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
                             'width':1200,'height':630,'size':4321,'sha256':'SHA'},%s}""".replace("URL", ARTIFACT_URL).replace("SHA", "ab".repeat(32)),
                ",'artifact':'" + ARTIFACT_URL + "'");
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
                Examples.ID,
                EventType.JOB_SUCCEEDED,
                Examples.ENDED);

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
