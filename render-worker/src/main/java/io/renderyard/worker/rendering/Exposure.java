package io.renderyard.worker.rendering;

import io.renderyard.kernel.render.Picture;

/** What the browser gave, which is not always the picture yet: the rest is done while the browser draws the next page. */
public sealed interface Exposure {
    /** The picture itself. */
    record Finished(Picture picture) implements Exposure {}
}
