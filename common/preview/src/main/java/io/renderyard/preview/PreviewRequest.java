package io.renderyard.preview;

import org.jspecify.annotations.Nullable;

/**
 * What is to be painted.
 *
 * @param words the prompt, any text
 * @param negative words for what must not be seen
 * @param style one of the six names, in any case; another one is no style
 * @param width CSS pixels, 16 to 4,096
 * @param height CSS pixels, 16 to 4,096
 * @param seed another one arranges the same scene anew
 * @param referenceDataUrl a picture to be shown in the scene: {@code data:image/…;base64,…}
 */
public record PreviewRequest(
        String words,
        @Nullable String negative,
        @Nullable String style,
        int width,
        int height,
        long seed,
        @Nullable String referenceDataUrl) {
    private static final int LEAST = 16;
    private static final int MOST = 4_096;

    public PreviewRequest {
        if (width < LEAST || width > MOST || height < LEAST || height > MOST) {
            throw new IllegalArgumentException(
                    "A preview is " + LEAST + " to " + MOST + " pixels wide and high, not " + width + " x " + height);
        }
    }
}
