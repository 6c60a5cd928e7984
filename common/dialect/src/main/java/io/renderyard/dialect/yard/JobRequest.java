package io.renderyard.dialect.yard;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/v1/jobs}, as it comes: every member may be missing. */
public record JobRequest(
        @Nullable @JsonPropertyDescription("What to draw: exactly one of html and url.")
        Source source,

        @Nullable @JsonPropertyDescription("Style sheet to add: before load for html, after load for url.")
        String css,

        @Nullable Output output,
        @Nullable Capture capture,

        @Nullable @JsonPropertyDescription("Public http or https address that gets one signed POST when the job ends.")
        String webhookUrl,

        @Nullable @JsonPropertyDescription("Up to 50 texts of your own, handed back unchanged.")
        Map<String, String> metadata) {

    public record Source(
            @Nullable @JsonPropertyDescription("A whole document or a fragment.")
            String html,

            @Nullable @JsonPropertyDescription("A public http or https address.")
            String url) {}

    public record Output(
            @Nullable @JsonPropertyDescription("png (default), jpeg or webp.")
            String format,

            @Nullable @JsonPropertyDescription("Viewport width in CSS pixels, 1 to 8000. Default 1200.")
            Integer width,

            @Nullable @JsonPropertyDescription("Viewport height in CSS pixels, 1 to 8000. Default 630.")
            Integer height,

            @Nullable @JsonPropertyDescription("Device pixels per CSS pixel, 0.1 to 4. Default 1.")
            Double deviceScale,

            @Nullable @JsonPropertyDescription("1 to 100, for jpeg and webp only. Default 80.")
            Integer quality) {}

    public record Capture(
            @Nullable @JsonPropertyDescription("CSS selector: crop to the border box of the first match.")
            String selector,

            @Nullable @JsonPropertyDescription("True: the whole page, however far it scrolls.")
            Boolean fullPage) {}
}
