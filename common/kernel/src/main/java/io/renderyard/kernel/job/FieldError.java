package io.renderyard.kernel.job;

/**
 * What is wrong with one field of a submission.
 *
 * @param field path as the client wrote it, such as {@code output.width}; empty for the body as a whole
 * @param message what is wrong and what would be right
 */
public record FieldError(String field, String message) {}
