package io.renderyard.dialect.pictify;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What came of a test event.
 *
 * @param statusCode null when the endpoint did not answer
 * @param duration milliseconds
 * @param error null when it was taken
 */
public record SubscriptionTested(
        boolean success,
        @Nullable Integer statusCode,
        long duration,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String error) {}
