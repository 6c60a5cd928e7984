package io.renderyard.kernel.render;

/**
 * A drawn picture, still in memory.
 *
 * @param bytes the encoded picture; not copied, so not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes that are handed on once and never compared
public record Picture(byte[] bytes, PictureFormat format, Extent extent) {}
