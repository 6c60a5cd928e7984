package io.renderyard.dialect.yard;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.job.JobId;
import java.net.URI;

/**
 * Absolute addresses of our own resources.
 *
 * @param base origin that clients see, without a slash at its end
 */
public record ApiLinks(String base) {
    public ApiLinks(URI base) {
        this(base.toString().replaceAll("/+$", ""));
    }

    public String job(JobId id) {
        return base + "/api/v1/jobs/" + id;
    }

    public String events(JobId id) {
        return job(id) + "/events";
    }

    public String receipt(JobId id) {
        return job(id) + "/receipt";
    }

    public String batch(BatchId id) {
        return base + "/api/v1/batches/" + id;
    }

    public String artifact(Artifact artifact) {
        String path = artifact.key().path();
        return base + "/artifacts/" + artifact.id() + path.substring(path.lastIndexOf('.'));
    }
}
