package io.renderyard.worker.painting;

import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.prompt.Painting;

/**
 * A picture that was painted, as its painter gave it.
 *
 * @param receipt with the one painting
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes that are handed on once and never compared
record PaintedPicture(Order order, byte[] bytes, Painting painting, Receipt receipt) {}
