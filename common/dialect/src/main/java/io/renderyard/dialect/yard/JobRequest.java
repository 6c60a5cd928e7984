package io.renderyard.dialect.yard;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/v1/jobs}, as it comes: every member may be missing. */
public record JobRequest(
        @Nullable @JsonPropertyDescription("What to draw: exactly one of html, url and prompt.")
        SourceRequest source,

        @Nullable
        @JsonPropertyDescription(
                "Style sheet to add: before load for html, after load for url. Up to 1,000,000 characters.")
        String css,

        @Nullable
        @JsonPropertyDescription(
                "JavaScript that runs once after load; a promise it returns is waited for. Up to 1,000,000 characters.")
        String script,

        @Nullable
        @JsonPropertyDescription("Up to 20 Google Fonts, such as \"Open Sans\" or \"Roboto:300,400,700i\": a"
                + " family, then weights of 100 to 900, italics with an i.")
        List<@Nullable String> fonts,

        @Nullable @JsonPropertyDescription("native (default) or twemoji: a Twemoji picture in the place of each emoji.")
        String emoji,

        @Nullable @JsonPropertyDescription("Format and size of the result.")
        OutputRequest output,

        @Nullable @JsonPropertyDescription("Which part of the page becomes the picture. Not for pdf.")
        CaptureRequest capture,

        @Nullable @JsonPropertyDescription("What the page is told about the world around it.")
        EnvironmentRequest environment,

        @Nullable @JsonPropertyDescription("What the page's requests carry, and which of them are not made.")
        TrafficRequest requests,

        @JsonProperty("wait")
        @Nullable
        @JsonPropertyDescription("When the page is ready to be drawn: after all of this.")
        WaitRequest waiting,

        @Nullable @JsonPropertyDescription("Public http or https address that gets one signed POST when the job ends.")
        String webhookUrl,

        @Nullable
        @JsonPropertyDescription(
                "By name, what fills {{name}} in the source and in css: up to 1,000 names and 1,000,000 characters. Without any, braces are left as they are."
                        + " In single jobs of html up to 8 may be painted first: an object with type image and the"
                        + " members of a source with a prompt; its place is then the picture's address, as for the src"
                        + " of an img.")
        Map<String, @Nullable Object> variables,

        @Nullable
        @JsonPropertyDescription(
                "auto (default): the same html is drawn once, a url each time, a prompt once only with a seed. off: drawn in any case. Or how old a picture may be that is given instead, in milliseconds.")
        Object cache,

        @Nullable @JsonPropertyDescription("Up to 50 texts of your own, handed back unchanged.")
        Map<String, @Nullable String> metadata) {

    /** The same with another source. */
    JobRequest with(SourceRequest other) {
        return new JobRequest(
                other,
                css,
                script,
                fonts,
                emoji,
                output,
                capture,
                environment,
                requests,
                waiting,
                webhookUrl,
                variables,
                cache,
                metadata);
    }
}
