package io.renderyard.dialect.yard;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** Where a picture comes from: exactly one of html, url and prompt. */
public record SourceRequest(
        @Nullable @JsonPropertyDescription("A whole document or a fragment.")
        String html,

        @Nullable @JsonPropertyDescription("A public http or https address, up to 2048 characters.")
        String url,

        @Nullable
        @JsonPropertyDescription("Words for a model that paints, 5 to 5000 characters. Of output it takes format (png,"
                + " jpeg, webp or avif) with that format's options; what only a page has is refused beside it.")
        String prompt,

        @Nullable
        @JsonPropertyDescription(
                "Of a prompt: who paints, such as seedream3.0. The first of the configured ones when" + " missing.")
        String model,

        @Nullable
        @JsonPropertyDescription("Of a prompt: one of the model's, such as 16:9. Its first, 1:1, when missing.")
        String aspectRatio,

        @Nullable
        @JsonPropertyDescription(
                "Of a prompt: photorealistic, artistic, cartoon, minimalist, vintage or futuristic, unless others are configured.")
        String style,

        @Nullable
        @JsonPropertyDescription("Of a prompt: public http or https address of a picture to go by. A model that takes"
                + " none ignores it, and warnings say so.")
        String referenceImageUrl,

        @Nullable @JsonPropertyDescription("Of a prompt: what must not be in the picture, up to 2000 characters.")
        String negativePrompt,

        @Nullable
        @JsonPropertyDescription(
                "Of a prompt: 0 to 2147483647. The same one gives the same picture where the model can.")
        Integer seed) {
    PageRequest page() {
        return new PageRequest(html, url);
    }

    PromptRequest painted() {
        return new PromptRequest(prompt, model, aspectRatio, style, referenceImageUrl, negativePrompt, seed);
    }

    /** Whether it means to be a prompt, even if it lacks the words. */
    boolean isPrompt() {
        return html == null && url == null && !painted().equals(PromptRequest.NOTHING);
    }
}
