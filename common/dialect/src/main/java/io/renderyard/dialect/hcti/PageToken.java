package io.renderyard.dialect.hcti;

import io.renderyard.kernel.image.ImageId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Where the next page begins: base64 of {@code {"last_id":"…"}}. */
public final class PageToken {
    private static final String LAST = "last_id";

    private PageToken() {}

    static String of(ImageId last) {
        byte[] json = Json.MAPPER.writeValueAsBytes(Json.object().put(LAST, last.toString()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    /** Empty when it is none of ours. */
    public static Optional<ImageId> parse(String token) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(token.getBytes(StandardCharsets.UTF_8));
            return ImageId.parse(Json.MAPPER.readTree(json).path(LAST).asString(""));
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }
}
