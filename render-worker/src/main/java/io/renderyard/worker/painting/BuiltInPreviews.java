package io.renderyard.worker.painting;

import io.renderyard.kernel.prompt.Prompt;
import io.renderyard.preview.PreviewPainter;
import io.renderyard.preview.PreviewRequest;
import org.jspecify.annotations.Nullable;

/** Pages of our own, the same for the same prompt. */
final class BuiltInPreviews implements Previews {
    private static final long NO_SEED = 0;

    @Override
    public String page(Order order, @Nullable String referenceOrNull) {
        Prompt prompt = order.prompt();
        return PreviewPainter.paint(new PreviewRequest(
                prompt.words(),
                prompt.negative(),
                prompt.style(),
                order.size().width(),
                order.size().height(),
                prompt.seed() == null ? NO_SEED : prompt.seed(),
                referenceOrNull));
    }
}
