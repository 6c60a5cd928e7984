package io.renderyard.gateway.image;

import io.renderyard.gateway.GatewaySettings;
import io.renderyard.gateway.submission.Submissions;
import io.renderyard.kernel.image.Image;
import io.renderyard.kernel.image.ImageLedger;
import io.renderyard.kernel.image.NewImage;
import io.renderyard.kernel.image.Rendition;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobReader;
import io.renderyard.kernel.job.Submission;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has images drawn, and waits for them. */
@Component
public class Images {
    /** So long a failure is the answer for all who ask: a page that cannot be drawn is not drawn for each of them. */
    private static final Duration REST = Duration.ofSeconds(10);

    private final ImageLedger ledger;
    private final Submissions submissions;
    private final JobReader jobs;
    private final InstantSource clock;
    private final Duration patience;

    Images(ImageLedger ledger, Submissions submissions, JobReader jobs, InstantSource clock, GatewaySettings settings) {
        this.ledger = ledger;
        this.submissions = submissions;
        this.jobs = jobs;
        this.clock = clock;
        this.patience = settings.images().patience();
    }

    /**
     * Has it drawn in the background. Dying between the job and the image leaves a job that nobody asks for; whoever sent
     * the request has no answer and knows no address.
     *
     * @param submission judged
     */
    public void create(NewImage image, Rendition first, Submission submission) {
        Job job = made(submissions.accept(submission, null));
        ledger.record(image, first, job.id());
    }

    /**
     * The picture, as soon as it is there. One that was never drawn in this rendition, or was lost, is drawn now, once for
     * all who ask for it at the same time.
     *
     * @param once whether it must not be drawn again; only asked where it would be
     * @param submission how it is drawn; only asked where it must be
     */
    public Drawn draw(Image image, Rendition rendition, BooleanSupplier once, Supplier<Submission> submission)
            throws InterruptedException {
        Optional<JobId> drawing = ledger.drawing(image.id(), rendition);
        Optional<Job> before = drawing.flatMap(job -> jobs.find(image.tenant(), job));
        if (before.isPresent() && !isOver(before.get())) {
            return drawn(submissions.await(before.get(), patience));
        }
        if (before.map(Job::outcome).orElse(null) instanceof Job.Succeeded && once.getAsBoolean()) {
            return new Drawn.Lost();
        }
        IdempotencyKey key = key(image, rendition, drawing.orElse(null));
        Job job = made(submissions.accept(submission.get(), key));
        ledger.drawnBy(image.id(), rendition, job.id());
        return drawn(submissions.await(job, patience));
    }

    /** Whether asking again may give another answer than the job has. */
    private boolean isOver(Job job) {
        return switch (job.outcome()) {
            case Job.Succeeded(var artifact) -> artifact.isExpired();
            case Job.Failed ignored -> rest(job).isZero();
            case Job.Cancelled ignored -> true;
            case Job.Cleaned ignored -> true;
            case Job.Queued ignored -> false;
            case Job.Running ignored -> false;
        };
    }

    private Duration rest(Job job) {
        Instant ended = Optional.ofNullable(job.finishedAt()).orElse(Instant.EPOCH);
        Duration left = Duration.between(clock.instant(), ended.plus(REST));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Drawn drawn(Job job) {
        return switch (job.outcome()) {
            case Job.Succeeded(var artifact) ->
                new Drawn.Ready(artifact, Optional.ofNullable(job.finishedAt()).orElse(job.createdAt()));
            case Job.Failed(var failure) -> new Drawn.Failed(failure, rest(job));
            case Job.Cancelled ignored -> new Drawn.CalledOff();
            case Job.Cleaned ignored -> new Drawn.CalledOff();
            case Job.Queued ignored -> new Drawn.Late();
            case Job.Running ignored -> new Drawn.Late();
        };
    }

    private static Job made(Acceptance<Job> acceptance) {
        return switch (acceptance) {
            case Acceptance.Accepted<Job>(Job job) -> job;
            case Acceptance.Repeated<Job>(Job job) -> job;
            case Acceptance.KeyTaken<Job> ignored ->
                throw new IllegalStateException("a key that only we can write stands for something else");
        };
    }

    /** No client can send a key with spaces in it. */
    private static IdempotencyKey key(Image image, Rendition rendition, @Nullable JobId before) {
        String name = "image %s of %s %s after %s"
                .formatted(image.id(), image.createdAt().toEpochMilli(), rendition, before == null ? "none" : before);
        return new IdempotencyKey(name, digest(name));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 belongs to every JDK", e);
        }
    }
}
