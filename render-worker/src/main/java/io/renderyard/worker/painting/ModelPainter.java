package io.renderyard.worker.painting;

import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.prompt.Painting;
import io.renderyard.kernel.prompt.Prompt;
import io.renderyard.process.prompt.PromptSettings;
import io.renderyard.worker.rendering.RenderException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Has pictures painted by models. */
final class ModelPainter {
    private final Models models;
    private final References references;
    private final PaintingBook book;
    private final PromptSettings settings;

    ModelPainter(Models models, References references, PaintingBook book, PromptSettings settings) {
        this.models = models;
        this.references = references;
        this.book = book;
        this.settings = settings;
    }

    boolean isConfigured() {
        return models.isConfigured();
    }

    PaintedPicture paint(Order order) throws RenderException, InterruptedException {
        Optional<URI> address = order.reference();
        if (address.isEmpty()) {
            return paint(order, null);
        }
        try (Reference reference = references.fetch(address.get(), settings.patience())) {
            return paint(order, reference);
        }
    }

    private PaintedPicture paint(Order order, @Nullable Reference reference)
            throws RenderException, InterruptedException {
        long began = System.nanoTime();
        Models.Work work = models.paint(order, words(order.prompt()), reference, book.memory(order), settings.atMost());
        Receipt.Step step = new Receipt.Step("paint", Duration.ofNanos(System.nanoTime() - began));
        return new PaintedPicture(
                order,
                work.bytes(),
                new Painting(work.provider(), order.credits()),
                new Receipt("", "about:blank", null, List.of(step), List.of(), List.of(), List.of(), "", "", Set.of())
                        .with(List.of(told(order, work)), Painter.flags(order)));
    }

    private String words(Prompt prompt) {
        return Optional.ofNullable(prompt.style())
                .flatMap(settings::phrase)
                .map(phrase -> prompt.words() + ", " + phrase)
                .orElse(prompt.words());
    }

    private static Receipt.Painted told(Order order, Models.Work work) {
        return new Receipt.Painted(order.picture(), work.provider(), work.model(), work.requestId(), work.took());
    }
}
