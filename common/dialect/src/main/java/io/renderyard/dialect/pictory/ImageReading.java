package io.renderyard.dialect.pictory;

import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.job.Submission;
import java.util.List;

/** What came of reading the body of a request for an image. */
public sealed interface ImageReading {
    record Understood(Submission submission) implements ImageReading {}

    /** @param errors every field that is wrong; none when the body is not JSON at all */
    record Wrong(List<FieldError> errors) implements ImageReading {
        public Wrong {
            errors = List.copyOf(errors);
        }
    }
}
