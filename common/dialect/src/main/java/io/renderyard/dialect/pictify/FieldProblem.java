package io.renderyard.dialect.pictify;

import io.renderyard.kernel.job.FieldError;

/**
 * What is wrong with one field; section 2.4.
 *
 * @param code for programs, such as {@code required}
 */
public record FieldProblem(String field, String message, String code) {
    static final String REQUIRED = "required";
    static final String INVALID_TYPE = "invalid_type";
    static final String OUT_OF_RANGE = "out_of_range";
    static final String INVALID_FORMAT = "invalid_format";
    static final String TOO_LONG = "too_long";

    /** One of which only the words are known. */
    public static FieldProblem of(FieldError error) {
        return new FieldProblem(error.field(), error.message(), INVALID_FORMAT);
    }
}
