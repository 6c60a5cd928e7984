package io.renderyard.worker.painting;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.prompt.Prompt;
import io.renderyard.models.Wish;
import io.renderyard.models.studio.NotPainted;
import io.renderyard.models.studio.Painted;
import io.renderyard.models.studio.Studio;
import io.renderyard.worker.rendering.RenderException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Models of the providers that are set up. */
final class StudioModels implements Models {
    private final Studio studio;

    StudioModels(Studio studio) {
        this.studio = studio;
    }

    @Override
    public boolean isConfigured() {
        return studio.isConfigured();
    }

    @Override
    public Work paint(Order order, String words, @Nullable Reference reference, Memory memory, Duration atMost)
            throws RenderException, InterruptedException {
        try {
            Painted painted = studio.paint(
                    order.model().name(), wish(order.prompt(), words, reference), new HandleMemory(memory), atMost);
            return new Work(painted.bytes(), painted.provider(), painted.model(), painted.requestId(), painted.took());
        } catch (NotPainted e) {
            throw new RenderException(code(e.reason()), String.valueOf(e.getMessage()), e);
        }
    }

    private static Wish wish(Prompt prompt, String words, @Nullable Reference reference) {
        return new Wish(
                words,
                prompt.negative(),
                prompt.ratio(),
                null,
                prompt.seed(),
                reference == null
                        ? null
                        : new io.renderyard.models.Reference(
                                reference.bytes(), reference.contentType(), reference.address()));
    }

    private static FailureCode code(NotPainted.Reason reason) {
        return switch (reason) {
            case REFUSED -> FailureCode.PROMPT_REFUSED;
            case REFERENCE -> FailureCode.REFERENCE_UNAVAILABLE;
            case UNAVAILABLE -> FailureCode.MODEL_UNAVAILABLE;
            case FAILED -> FailureCode.MODEL_FAILED;
            case LATE -> FailureCode.MODEL_TIMEOUT;
        };
    }
}
