package io.renderyard.kernel.render;

import org.jspecify.annotations.Nullable;

/**
 * Everything that decides the pixels of a picture.
 *
 * @param css style sheet added by the caller: before load for HTML, after load for a URL
 */
public record RenderSpec(
        Source source, @Nullable String css, Viewport viewport, Capture capture, PictureFormat format) {}
