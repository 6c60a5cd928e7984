package io.renderyard.dialect.yard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.job.JobId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a result came about: what the browser saw while it drew. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReceiptView(
        String job,
        ArtifactView artifact,

        @JsonPropertyDescription("Of the page; empty when it has none.")
        String title,

        @JsonPropertyDescription("Where the page was in the end; about:blank for html.")
        String finalUrl,

        @Nullable @JsonPropertyDescription("Of the page itself; missing for html.")
        Integer httpStatus,

        @JsonPropertyDescription("In the order in which they were taken.")
        List<Step> steps,

        @JsonPropertyDescription("What the page wrote to the console or threw, the first 100.")
        List<String> consoleErrors,

        @JsonPropertyDescription("What could not be loaded, the first 100.")
        List<Receipt.FailedRequest> failedRequests,

        @JsonPropertyDescription(
                "What was not loaded on purpose, the first 100; by says why: egress, rule, ads or limit.")
        List<Receipt.BlockedRequest> blockedRequests,

        @JsonPropertyDescription("Name and version; empty when no page was drawn.")
        String browser,

        @JsonPropertyDescription("SHA-256 over the worker's fonts: where it is the same, text looks the same.")
        String fonts,

        @JsonPropertyDescription("What to know of this result: not_ready, limit_reached, scaled_down, tiled, recorded,"
                + " reference_ignored.")
        List<String> flags,

        @Nullable @JsonPropertyDescription("What was painted from prompts; missing when nothing was.")
        List<Painted> paintings) {

    /** @param ms how long it took */
    public record Step(String name, double ms) {
        static Step of(Receipt.Step step) {
            return new Step(step.name(), millis(step.took()));
        }
    }

    /**
     * A picture that was painted from a prompt.
     *
     * @param ms how long it took, with all that was tried again
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Painted(
            @Nullable @JsonPropertyDescription("Which variable it fills; missing when it is the result itself.")
            String variable,

            @JsonPropertyDescription("The provider's name; preview for the built-in painter, which is no model.")
            String backend,

            @Nullable @JsonPropertyDescription("What the provider calls the model; missing for the built-in painter.")
            String model,

            @Nullable @JsonPropertyDescription("By which the provider finds it; missing when it told none.")
            String requestId,

            double ms) {
        static Painted of(Receipt.Painted painted) {
            return new Painted(
                    painted.picture().isEmpty() ? null : painted.picture(),
                    painted.backend(),
                    painted.model().isEmpty() ? null : painted.model(),
                    painted.requestId(),
                    millis(painted.took()));
        }
    }

    private static double millis(Duration took) {
        return Math.round(took.toNanos() / 10_000.0) / 100.0;
    }

    public static ReceiptView of(JobId job, Artifact artifact, Receipt receipt, ApiLinks links) {
        return new ReceiptView(
                job.toString(),
                ArtifactView.of(artifact, links),
                receipt.title(),
                receipt.address(),
                receipt.httpStatus(),
                receipt.steps().stream().map(Step::of).toList(),
                receipt.consoleErrors(),
                receipt.failedRequests(),
                receipt.blockedRequests(),
                receipt.browser(),
                receipt.fonts(),
                receipt.flags().stream().map(Receipt.Flag::label).sorted().toList(),
                receipt.paintings().isEmpty()
                        ? null
                        : receipt.paintings().stream().map(Painted::of).toList());
    }
}
