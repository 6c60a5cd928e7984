package io.renderyard.gateway.face.pictify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.gateway.submission.PlayedSubmissions;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactCatalogue;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.artifact.ArtifactKey;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobReader;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.tenant.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final Artifact PICTURE = new Artifact(
            new ArtifactId("a".repeat(26)),
            new ArtifactKey("4f/a-1.png"),
            "image/png",
            3,
            new Extent.Still(1, 1),
            "ab");

    private final SideBySide several = new SideBySide(
            new DrawnPictures(
                    PlayedSubmissions.over((_, _) -> new Acceptance.KeyTaken<>(), new Empty()), new OnePicture()),
            InstantSource.fixed(NOW));

    @Test
    void whatFailsLeavesTheOthersAlone() throws InterruptedException {
        SideBySide.Pictures<String> all = several.draw(List.of("failed", "refused", "drawn"), SideBySideTest::begin);

        assertThat(all.drawn()).extracting(SideBySide.Drawn::wanted).containsExactly("drawn");
        assertThat(all.drawn().getFirst().picture().artifact()).isEqualTo(PICTURE);
        assertThat(all.missing()).extracting(SideBySide.Missing::wanted).containsExactlyInAnyOrder("failed", "refused");
        assertThat(all.missing())
                .extracting(one -> one.why().code())
                .containsExactlyInAnyOrder("PICTURE_TOO_LARGE", null);
        assertThat(all.orRefuse()).isSameAs(all);
    }

    @Test
    void whereAllFailTheFirstIsTheRefusal() throws InterruptedException {
        SideBySide.Pictures<String> all = several.draw(List.of("failed"), SideBySideTest::begin);

        assertThatThrownBy(all::orRefuse).isInstanceOf(Refusal.class).hasMessage("too large");
    }

    private static Job begin(String name) {
        return switch (name) {
            case "drawn" -> job(new Job.Succeeded(PICTURE));
            case "failed" -> job(new Job.Failed(new Failure(FailureCode.PICTURE_TOO_LARGE, "too large")));
            default -> throw Refusal.unknown("layout", name);
        };
    }

    private static Job job(Job.Outcome outcome) {
        return new Job(new JobId(new UUID(2, 2)), TENANT, Lane.INTERACTIVE, outcome, 1, null, Map.of(), NOW, NOW, NOW);
    }

    /** Nobody looks: all jobs here have ended. */
    private static final class Empty implements JobReader {
        @Override
        public Optional<Job> find(TenantId tenant, JobId id) {
            return Optional.empty();
        }

        @Override
        public List<Job> page(TenantId tenant, @Nullable JobState state, @Nullable JobId before, int limit) {
            return List.of();
        }
    }

    private static final class OnePicture implements ArtifactCatalogue {
        @Override
        public Optional<Entry> find(ArtifactId id) {
            return id.equals(PICTURE.id()) ? Optional.of(new Entry(PICTURE, NOW)) : Optional.empty();
        }

        @Override
        public List<Entry> page(TenantId tenant, Kind kind, long offset, int limit) {
            return List.of();
        }

        @Override
        public long count(TenantId tenant, Kind kind) {
            return 1;
        }
    }
}
