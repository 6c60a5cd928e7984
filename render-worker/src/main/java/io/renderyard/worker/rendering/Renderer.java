package io.renderyard.worker.rendering;

import io.renderyard.kernel.render.RenderSpec;
import java.time.Duration;

/** Draws. */
public interface Renderer {
    /**
     * Blocks until the page is drawn.
     *
     * @throws RenderException with a failure for people, at the latest shortly after {@code atMost}
     * @throws InterruptedException when the caller was interrupted; nothing of the render runs on
     */
    Rendering draw(RenderSpec spec, Duration atMost) throws RenderException, InterruptedException;
}
