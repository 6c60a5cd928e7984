package io.renderyard.worker.rendering;

import io.renderyard.kernel.render.RenderSpec;
import java.time.Duration;

/** Draws. */
public interface Renderer {
    /**
     * Blocks until the page is drawn.
     *
     * @param progress is told after each part of a render that has several, and never of one that has not
     * @throws RenderException with a failure for people, at the latest shortly after {@code atMost}
     * @throws InterruptedException when the caller was interrupted; nothing of the render runs on
     */
    Rendering draw(RenderSpec spec, Duration atMost, ProgressListener progress)
            throws RenderException, InterruptedException;
}
