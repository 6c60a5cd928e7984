package io.renderyard.dialect.yard;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** Where a page comes from: exactly one of the two. */
public record PageRequest(
        @Nullable @JsonPropertyDescription("A whole document or a fragment.")
        String html,

        @Nullable @JsonPropertyDescription("A public http or https address, up to 2048 characters.")
        String url) {
    static final PageRequest NOTHING = new PageRequest(null, null);
}
