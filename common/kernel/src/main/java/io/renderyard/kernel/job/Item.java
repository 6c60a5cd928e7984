package io.renderyard.kernel.job;

/**
 * A job's place in its batch.
 *
 * @param row of the upload, from 1
 */
public record Item(BatchId batch, int row) {}
