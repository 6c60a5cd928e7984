package io.renderyard.gateway.image;

import io.renderyard.kernel.image.ContentHash;
import io.renderyard.kernel.image.Image;
import io.renderyard.kernel.image.ImageId;
import io.renderyard.kernel.image.ImageLedger;
import io.renderyard.kernel.image.NewImage;
import io.renderyard.kernel.image.Rendition;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobReader;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.job.SubmissionLedger;
import io.renderyard.kernel.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Jobs and drawings in memory. Jobs end as a test says. */
final class PlayedLedger implements ImageLedger, JobReader, SubmissionLedger {
    final List<IdempotencyKey> keys = new ArrayList<>();
    private final Map<Rendition, JobId> drawings = new HashMap<>();
    private final Map<JobId, Job> jobs = new HashMap<>();
    private Job.Outcome next = new Job.Queued(Instant.EPOCH);

    /** What becomes of jobs that are accepted from now on, at once. */
    void next(Job.Outcome outcome) {
        next = outcome;
    }

    void forgetJobs() {
        jobs.clear();
    }

    /** @param finished null while it has not ended */
    void draws(Rendition rendition, Job.Outcome outcome, @Nullable Instant finished) {
        JobId id = new JobId(new UUID(7, jobs.size()));
        drawings.put(rendition, id);
        jobs.put(id, job(id, outcome, finished));
    }

    private static Job job(JobId id, Job.Outcome outcome, @Nullable Instant finished) {
        return new Job(
                id, ImagesTest.TENANT, Lane.INTERACTIVE, outcome, 1, null, Map.of(), Instant.EPOCH, null, finished);
    }

    @Override
    public Acceptance<Job> accept(Submission submission, @Nullable IdempotencyKey key) {
        if (key != null) {
            keys.add(key);
        }
        JobId id = new JobId(new UUID(8, jobs.size()));
        Job made = job(id, next, next.state().isTerminal() ? ImagesTest.NOW : null);
        jobs.put(id, made);
        return new Acceptance.Accepted<>(made);
    }

    @Override
    public Optional<Job> find(TenantId tenant, JobId id) {
        return Optional.ofNullable(jobs.get(id));
    }

    @Override
    public List<Job> page(TenantId tenant, @Nullable JobState state, @Nullable JobId before, int limit) {
        return List.copyOf(jobs.values());
    }

    @Override
    public void record(NewImage image, Rendition rendition, JobId job) {
        drawings.putIfAbsent(rendition, job);
    }

    @Override
    public void drawnBy(ImageId id, Rendition rendition, JobId job) {
        drawings.put(rendition, job);
    }

    @Override
    public Optional<JobId> drawing(ImageId id, Rendition rendition) {
        return Optional.ofNullable(drawings.get(rendition));
    }

    @Override
    public ContentHash hash(TenantId tenant, String definition) {
        return new ContentHash(UUID.nameUUIDFromBytes(definition.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public ImageId next() {
        return new ImageId(new UUID(9, 9));
    }

    @Override
    public Optional<Image> find(ImageId id) {
        return Optional.empty();
    }

    @Override
    public Optional<String> findDefinition(ImageId id) {
        return Optional.empty();
    }

    @Override
    public Optional<ImageId> findTwin(TenantId tenant, ContentHash content, Duration window) {
        return Optional.empty();
    }

    @Override
    public Set<ImageId> delete(TenantId tenant, Set<ImageId> ids) {
        return Set.of();
    }

    @Override
    public List<Image> page(TenantId tenant, @Nullable ImageId before, int limit) {
        return List.of();
    }
}
