package io.renderyard.models.studio;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A picture that a model painted.
 *
 * @param bytes as the provider gave them, at most 40 MB; not decoded yet
 * @param contentType as the bytes say: {@code image/png}, {@code image/jpeg} or {@code image/webp}
 * @param provider its name
 * @param model the provider's id
 * @param requestId the provider's, null when it has none
 * @param took from when this provider was asked, without waiting for a place
 */
public record Painted(
        byte[] bytes,
        String contentType,
        String provider,
        String model,
        @Nullable String requestId,
        Duration took) {}
