package io.renderyard.worker.painting;

import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.prompt.Prompt;
import io.renderyard.kernel.render.Extent;
import io.renderyard.process.prompt.PromptSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;

/**
 * One picture that is to be painted.
 *
 * @param picture name of the variable that it fills; empty for the job's own
 * @param prompt with its places filled
 * @param size that the ratio stands for
 */
record Order(Attempt attempt, String picture, Prompt prompt, PromptSettings.Model model, Extent.Still size) {
    BigDecimal credits() {
        return model.credits();
    }

    /** Empty where there is none, or where the model has no use for it. */
    Optional<URI> reference() {
        return model.reference() ? Optional.ofNullable(prompt.reference()) : Optional.empty();
    }

    boolean ignoresReference() {
        return prompt.reference() != null && !model.reference();
    }
}
