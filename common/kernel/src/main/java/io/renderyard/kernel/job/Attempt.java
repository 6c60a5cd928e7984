package io.renderyard.kernel.job;

import io.renderyard.kernel.artifact.ArtifactKey;

/**
 * One try at a job, and the fencing token: every write of a worker names it, and a newer attempt makes the write a
 * no-op.
 *
 * @param number counts from 1 without gaps
 */
public record Attempt(JobId job, int number) {
    /** Where this attempt's bytes go. */
    public ArtifactKey artifactKey(String extension) {
        // The end of a time-ordered id is its random part; its beginning would put a whole day into one folder.
        String id = job.toString();
        int length = id.length();
        return new ArtifactKey("%s/%s/%s-%d.%s"
                .formatted(id.substring(length - 2), id.substring(length - 4, length - 2), id, number, extension));
    }

    @Override
    public String toString() {
        return job + "#" + number;
    }
}
