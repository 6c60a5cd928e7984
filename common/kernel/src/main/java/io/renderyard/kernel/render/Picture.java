package io.renderyard.kernel.render;

/**
 * A drawn picture that is not stored yet.
 *
 * @param content encoded
 */
public record Picture(Content content, PictureFormat format, Extent extent) {
    public Picture(byte[] bytes, PictureFormat format, Extent extent) {
        this(new Content.InMemory(bytes), format, extent);
    }
}
