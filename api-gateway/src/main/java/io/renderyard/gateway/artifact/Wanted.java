package io.renderyard.gateway.artifact;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a stored picture is to be served.
 *
 * @param extension of the wanted format, such as {@code png} or {@code jpg}, in lower case; the stored one when null
 * @param download name of the file it is to be saved as; shown instead of saved when null
 * @param lastModified whole seconds count; not told when null
 * @param headers of the answer, besides those that every picture has
 * @param caching value of {@code Cache-Control}
 */
public record Wanted(
        @Nullable String extension,
        Changes changes,
        @Nullable String download,
        @Nullable Instant lastModified,
        Map<String, String> headers,
        String caching) {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** What never changes at its address, so that whoever has it need not ask again. */
    public Wanted(
            @Nullable String extension,
            Changes changes,
            @Nullable String download,
            @Nullable Instant lastModified,
            Map<String, String> headers) {
        this(extension, changes, download, lastModified, headers, FOR_EVER);
    }

    public Wanted {
        headers = Map.copyOf(headers);
    }
}
