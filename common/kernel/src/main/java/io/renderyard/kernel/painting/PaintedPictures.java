package io.renderyard.kernel.painting;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.prompt.Prompt;
import io.renderyard.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An owner's view of the pictures that models painted for him, without those that were cleaned or have expired. */
public interface PaintedPictures {
    /** @param createdAt when it was asked for */
    record PaintedPicture(JobId job, Instant createdAt, Prompt prompt, Artifact artifact) {}

    /**
     * Newest first.
     *
     * @param before only pictures of jobs older than this one; from the newest when null
     */
    List<PaintedPicture> page(TenantId tenant, @Nullable JobId before, int limit);
}
