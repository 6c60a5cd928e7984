package io.renderyard.models;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a provider says to a wish. */
public sealed interface Answer {

    /**
     * The picture.
     *
     * @param contentType as the bytes say: PNG, JPEG or WebP
     * @param requestId what the provider calls this request, null when it does not say
     */
    record Done(byte[] bytes, String contentType, @Nullable String requestId) implements Answer {}

    /**
     * It is at work.
     *
     * @param pollAfter when it is worth asking
     */
    record Pending(Handle handle, Duration pollAfter) implements Answer {}
}
