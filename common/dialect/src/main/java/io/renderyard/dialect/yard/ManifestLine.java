package io.renderyard.dialect.yard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.job.Job;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/** What came of one row. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ManifestLine(
        int row,
        String state,
        @Nullable String url,
        @Nullable String sha256,
        @Nullable String error,
        String jobId) {
    /** The first line of a table, its end included. */
    public static final String HEADER = "row,state,url,sha256,error,jobId\r\n";

    public static ManifestLine of(Job item, ApiLinks links) {
        Artifact artifact = item.outcome() instanceof Job.Succeeded succeeded ? succeeded.artifact() : null;
        return new ManifestLine(
                Objects.requireNonNull(item.item(), "an item has a row").row(),
                Violations.label(item.state()),
                artifact == null ? null : links.artifact(artifact),
                artifact == null ? null : artifact.sha256(),
                switch (item.outcome()) {
                    case Job.Failed failed ->
                        failed.failure().code().label() + ": "
                                + failed.failure().message();
                    case Job.Cancelled cancelled -> cancelled.reason();
                    case Job.Queued ignored -> null;
                    case Job.Running ignored -> null;
                    case Job.Succeeded ignored -> null;
                    case Job.Cleaned ignored -> null;
                },
                item.id().toString());
    }

    /** As a line of a table, its end included. */
    public String csv() {
        Object[] cells = Stream.of(String.valueOf(row), state, url, sha256, error, jobId)
                .map(ManifestLine::defused)
                .toArray();
        return CSVFormat.RFC4180.format(cells) + "\r\n";
    }

    /** Programs that show tables would work out what begins like a formula, and it may be a stranger's. */
    private static String defused(@Nullable String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        return "=+-@\t\r".indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }
}
