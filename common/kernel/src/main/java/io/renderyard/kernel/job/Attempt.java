package io.renderyard.kernel.job;

import io.renderyard.kernel.artifact.ArtifactKey;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One try at a job, and the fencing token: every write of a worker names it, and a newer attempt makes the write a
 * no-op.
 *
 * @param number counts from 1 without gaps
 */
public record Attempt(JobId job, int number) {
    private static final Pattern KEY =
            Pattern.compile("[0-9a-f]{3}/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([1-9][0-9]{0,8})\\.([a-z]+)");

    /** Whose bytes lie there; empty when no attempt would put any there. */
    public static Optional<Attempt> of(ArtifactKey key) {
        Matcher parts = KEY.matcher(key.path());
        if (!parts.matches()) {
            return Optional.empty();
        }
        Attempt attempt = new Attempt(new JobId(UUID.fromString(parts.group(1))), Integer.parseInt(parts.group(2)));
        return Optional.of(attempt)
                .filter(one -> one.artifactKey(parts.group(3)).equals(key));
    }

    /** Where this attempt's bytes go. */
    public ArtifactKey artifactKey(String extension) {
        // The end of a time-ordered id is its random part; its beginning would put a whole day into one folder. 4,096
        // of
        // them hold millions of files, and nearly always the folder is there already.
        String id = job.toString();
        return new ArtifactKey("%s/%s-%d.%s".formatted(id.substring(id.length() - 3), id, number, extension));
    }

    @Override
    public String toString() {
        return job + "#" + number;
    }
}
