package io.renderyard.dialect.hcti;

import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.tenant.Grant;
import java.util.List;

/** What came of reading the body of a key. */
public sealed interface ApiKeyReading {
    record Understood(Grant grant) implements ApiKeyReading {}

    /** The body is not JSON at all. */
    record NotJson() implements ApiKeyReading {}

    /** @param errors every member that is wrong; never empty */
    record Wrong(List<FieldError> errors) implements ApiKeyReading {}
}
