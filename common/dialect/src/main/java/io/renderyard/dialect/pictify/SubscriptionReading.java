package io.renderyard.dialect.pictify;

import io.renderyard.kernel.job.FieldError;
import java.util.List;

/** What came of reading a body. */
public sealed interface SubscriptionReading<T> {
    record Understood<T>(T request) implements SubscriptionReading<T> {}

    /** @param errors at least one */
    record Wrong<T>(List<FieldError> errors) implements SubscriptionReading<T> {}
}
