package io.renderyard.imaging;

/** The kinds of picture that can be read. */
public enum PictureType {
    PNG,
    JPEG,
    WEBP,
    AVIF,
    GIF
}
