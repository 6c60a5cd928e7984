package io.renderyard.worker.attempt;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.process.prompt.PromptSettings;
import io.renderyard.worker.rendering.ProgressListener;
import io.renderyard.worker.rendering.RenderException;
import io.renderyard.worker.rendering.Renderer;
import io.renderyard.worker.rendering.Rendering;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Draws for attempts that were claimed without a place: each picture waits for one, behind everybody who is in an
 * earlier lane, and gives it back.
 */
@Component
final class InTurn {
    private final Renderer renderer;
    private final Slots slots;
    private final Duration patience;

    InTurn(Renderer renderer, Slots slots, PromptSettings settings) {
        this.renderer = renderer;
        this.slots = slots;
        this.patience = settings.patience();
    }

    /**
     * As {@link Renderer#draw}.
     *
     * @param atMost from when there is a place
     */
    Rendering draw(RenderSpec spec, Duration atMost, ProgressListener progress)
            throws RenderException, InterruptedException {
        Optional<Slots.Place> free = slots.acquire(lane(spec), patience);
        if (free.isEmpty()) {
            throw new RenderException(
                    FailureCode.BROWSER_CRASHED,
                    "No browser became free in time. The farm is busy or its browsers fail.");
        }
        try (Slots.Place place = free.get()) {
            return renderer.draw(spec, atMost, progress);
        }
    }

    /** What is heavy to draw is so in any lane, and leaves a place for the others. */
    private static Lane lane(RenderSpec spec) {
        return Lane.of(spec, Variables.NONE) == Lane.HEAVY ? Lane.HEAVY : Lane.PROMPT;
    }
}
