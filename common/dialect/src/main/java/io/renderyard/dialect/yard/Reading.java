package io.renderyard.dialect.yard;

import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.job.Submission;
import java.util.List;

/** What came of reading a body. */
public sealed interface Reading {
    record Understood(Submission submission) implements Reading {}

    /**
     * The body is not JSON at all.
     *
     * @param why with line and column
     */
    record NotJson(String why) implements Reading {}

    /** @param errors every field that is wrong; never empty */
    record Wrong(List<FieldError> errors) implements Reading {}
}
