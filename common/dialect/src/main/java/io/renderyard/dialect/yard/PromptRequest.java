package io.renderyard.dialect.yard;

import org.jspecify.annotations.Nullable;

/** What a model is asked to paint, as it comes: a source, or a variable of type image without that type. */
record PromptRequest(
        @Nullable String prompt,
        @Nullable String model,
        @Nullable String aspectRatio,
        @Nullable String style,
        @Nullable String referenceImageUrl,
        @Nullable String negativePrompt,
        @Nullable Integer seed) {
    static final PromptRequest NOTHING = new PromptRequest(null, null, null, null, null, null, null);
}
