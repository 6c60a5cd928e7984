package io.renderyard.worker.painting;

import io.renderyard.worker.rendering.RenderException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Models that are asked over HTTP. */
interface Models {
    /** Whether any of them can be asked at all. */
    boolean isConfigured();

    /**
     * Blocks until there is a picture.
     *
     * @param words with the phrase of the style
     * @param referenceOrNull bytes of the picture to go by
     * @param atMost for everything, with all that is tried again
     * @throws RenderException when there is no picture, with the provider's words
     * @throws InterruptedException when the caller was interrupted; whoever has the same memory may go on
     */
    Work paint(Order order, String words, @Nullable Reference referenceOrNull, Memory memory, Duration atMost)
            throws RenderException, InterruptedException;

    /**
     * What came of it.
     *
     * @param bytes of any format
     * @param provider its name in the settings
     * @param model what the provider calls it
     * @param requestId null when it told none
     */
    @SuppressWarnings("ArrayRecordComponent") // megabytes that are handed on once and never compared
    record Work(
            byte[] bytes,
            String provider,
            String model,
            @Nullable String requestId,
            Duration took) {}

    /** What outlives the attempt: which job a provider that keeps a queue was given. */
    interface Memory {
        Optional<String> remembered();

        void remember(String handle);
    }
}
