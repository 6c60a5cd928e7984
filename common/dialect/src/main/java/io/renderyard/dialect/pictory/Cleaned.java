package io.renderyard.dialect.pictory;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The answer of {@code DELETE /pictoryapis/v1/jobs/{id}/clean}; contract {@code pictory.md}, section 7. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Cleaned(boolean success, @Nullable Data data) {
    public static final Cleaned DONE = new Cleaned(true, null);
    public static final Cleaned TOO_EARLY = new Cleaned(false, new Data("5001", "JOB_IN_PROGRESS"));

    /** Why it was not done. */
    public record Data(
            @JsonProperty("error_code") String errorCode,
            @JsonProperty("error_message") String errorMessage) {}
}
