package io.renderyard.conformance.fault.farm;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.AttemptLedger.Claim;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.job.SubmissionLedger;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.job.Webhook;
import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Viewport;
import io.renderyard.kernel.tenant.TenantId;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drives the ledger's ports as gateway and worker do, one call at a time. */
public final class PortClient {
    public static final String WORKER = "a worker";
    public static final Receipt RECEIPT =
            new Receipt("", "about:blank", null, List.of(), List.of(), List.of(), List.of(), "none", "", Set.of());

    public static final URI HOOK = URI.create("https://receiver.example/hook");

    private final SecureRandom random = new SecureRandom();
    private final AtomicInteger pages = new AtomicInteger();
    private final Ports ports;
    private final TenantId tenant;

    /** For a new tenant. */
    public PortClient(Ports ports) {
        this.ports = ports;
        this.tenant = new TenantId(UUID.randomUUID());
        ports.part(JdbcClient.class)
                .sql("insert into tenant (id, name, webhook_secret) values (:id, 'someone', '')")
                .param("id", tenant.value())
                .update();
    }

    public TenantId tenant() {
        return tenant;
    }

    /** @param webhook null when nobody is to be told */
    public Job accept(@Nullable URI webhook) {
        RenderSpec spec = RenderSpec.plain(
                new Source.Html("<p>" + pages.incrementAndGet()), new Viewport(100, 100, 1), new PictureFormat.Png());
        Submission submission = new Submission(
                tenant,
                spec,
                Variables.NONE,
                Lane.INTERACTIVE,
                webhook == null ? null : new Webhook(webhook),
                Map.of(),
                Reuse.NONE);
        return switch (ports.part(SubmissionLedger.class).accept(submission, null)) {
            case Acceptance.Accepted<Job>(Job job) -> job;
            case Acceptance<Job> other -> throw new AssertionError("not accepted: " + other);
        };
    }

    /** The job whose turn it is. */
    public Attempt claim() {
        return ports.part(AttemptLedger.class)
                .claim(Lane.INTERACTIVE, WORKER)
                .map(Claim::attempt)
                .orElseThrow(() -> new AssertionError("nothing can be claimed"));
    }

    public Artifact artifact(Attempt attempt, byte[] bytes) {
        return new Artifact(
                ArtifactId.random(random),
                attempt.artifactKey("png"),
                "image/png",
                bytes.length,
                new Extent.Still(1, 1),
                Sha256.of(bytes));
    }
}
