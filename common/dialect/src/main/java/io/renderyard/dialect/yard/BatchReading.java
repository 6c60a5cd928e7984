package io.renderyard.dialect.yard;

import io.renderyard.kernel.job.FieldError;
import java.util.List;

/** What came of reading an upload. */
public sealed interface BatchReading {
    record Understood(BatchUpload upload) implements BatchReading {}

    /**
     * It is not in the form that its type names.
     *
     * @param why where it is known, with line and column
     */
    record Unreadable(String why) implements BatchReading {}

    /** @param errors every field of the head that is wrong; never empty */
    record Wrong(List<FieldError> errors) implements BatchReading {}
}
