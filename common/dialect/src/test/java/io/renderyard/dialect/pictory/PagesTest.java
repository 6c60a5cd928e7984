package io.renderyard.dialect.pictory;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.dialect.Examples;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.painting.PaintedPictures.PaintedPicture;
import io.renderyard.kernel.prompt.Prompt;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract pictory.md, sections 5 and 6. */
class PagesTest {
    private static final Artifact ARTIFACT =
            ((Job.Succeeded) Examples.succeeded().outcome()).artifact();
    private static final Prompt PLAIN =
            new Prompt("a lighthouse", "seedream3.0", "16:9", null, null, null, null, false);

    @Test
    void anEmptyAccountHasAnEmptyList() {
        assertThat(Json.write(ImagePage.of(List.of(), Examples.LINKS))).isEqualTo("{\"items\":[]}");
    }

    @Test
    void anImageShowsWhatWasAskedForAndWhatItsFileIs() {
        Prompt prompt = new Prompt(
                "a lighthouse",
                "seedream3.0",
                "16:9",
                "vintage",
                URI.create("https://cdn.example/1"),
                null,
                null,
                true);

        assertThat(Json.write(ImagePage.of(List.of(painted(prompt)), Examples.LINKS)))
                .isEqualTo("{\"items\":[{\"url\":\"https://render.example/artifacts/abcdefghijklmnopqrstuvwxyz.webp\","
                        + "\"id\":\"" + Examples.ID + "\",\"prompt\":\"a lighthouse\",\"aspectRatio\":\"16:9\","
                        + "\"createdDate\":\"2026-11-20T10:15:30.120Z\",\"model\":\"seedream3.0\","
                        + "\"width\":1200,\"height\":630,\"style\":\"vintage\","
                        + "\"referenceImageUrl\":\"https://cdn.example/1\"}]}");
    }

    @Test
    void whatWasNotAskedForIsNotShown() {
        assertThat(Json.write(ImagePage.of(List.of(painted(PLAIN)), Examples.LINKS)))
                .doesNotContain("style", "referenceImageUrl", "null");
    }

    @Test
    void anotherPageIsAnnouncedByAKeyThatLeadsThere() {
        List<PaintedPicture> found = Collections.nCopies(PageKey.SIZE + 1, painted(PLAIN));

        ImagePage page = ImagePage.of(found, Examples.LINKS);

        assertThat(page.items()).hasSize(100);
        assertThat(page.nextPageKey()).isNotNull();
        assertThat(PageKey.read(String.valueOf(page.nextPageKey()))).contains(Examples.ID);
        assertThat(ImagePage.of(found.subList(0, 100), Examples.LINKS).nextPageKey())
                .isNull();
    }

    @Test
    void aListedJobHasItsIdUnderBothNames() {
        assertThat(Json.write(JobPage.of(List.of(Examples.queued()), Examples.LINKS)))
                .isEqualTo("{\"items\":[{\"job_id\":\"<id>\",\"success\":true,\"data\":{\"jobId\":\"<id>\","
                                .replace("<id>", Examples.ID.toString())
                        + "\"status\":\"in-progress\"}}],\"nextPageKey\":null}");
    }

    @Test
    void moreJobsAreAnnounced() {
        JobPage page = JobPage.of(Collections.nCopies(101, Examples.succeeded()), Examples.LINKS);

        assertThat(page.items()).hasSize(100);
        assertThat(PageKey.read(String.valueOf(page.nextPageKey()))).contains(Examples.ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "b3BhcXVl", "01a20064-7116-7000-9a65-7344eaa6ad4f"})
    void aKeyThatNoPageGaveIsNone(String key) {
        assertThat(PageKey.read(key)).isEmpty();
    }

    @Test
    void aKeyIsReadAsItWasWritten() {
        JobId id = new JobId(new UUID(5, 6));

        assertThat(PageKey.read(PageKey.of(id))).contains(id);
    }

    private static PaintedPicture painted(Prompt prompt) {
        return new PaintedPicture(Examples.ID, Instant.parse("2026-11-20T10:15:30.120456Z"), prompt, ARTIFACT);
    }
}
