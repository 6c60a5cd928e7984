package io.renderyard.worker.painting;

import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.prompt.Painting;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Viewport;
import io.renderyard.process.prompt.PromptSettings;
import io.renderyard.worker.WorkerSettings;
import io.renderyard.worker.developing.Darkroom;
import io.renderyard.worker.rendering.RenderException;
import io.renderyard.worker.rendering.Renderer;
import io.renderyard.worker.rendering.Rendering;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has the built-in painter's pages drawn. */
final class Sketcher {
    private static final PictureFormat.Png FORMAT = new PictureFormat.Png();

    private final Previews previews;
    private final References references;
    private final Darkroom darkroom;
    private final Duration drawing;
    private final Duration patience;

    Sketcher(
            Previews previews,
            References references,
            Darkroom darkroom,
            WorkerSettings worker,
            PromptSettings prompts) {
        this.previews = previews;
        this.references = references;
        this.darkroom = darkroom;
        this.drawing = worker.attemptTimeout();
        this.patience = prompts.patience();
    }

    PaintedPicture paint(Order order, Renderer renderer) throws RenderException, InterruptedException {
        Optional<URI> address = order.reference();
        if (address.isEmpty()) {
            return paint(order, null, renderer);
        }
        try (Reference reference = references.fetch(address.get(), patience)) {
            return paint(order, reference.dataAddress(), renderer);
        }
    }

    private PaintedPicture paint(Order order, @Nullable String reference, Renderer renderer)
            throws RenderException, InterruptedException {
        long began = System.nanoTime();
        Rendering rendering = renderer.draw(spec(order, reference), drawing, (done, of) -> {});
        byte[] png = png(rendering);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return new PaintedPicture(
                order,
                png,
                new Painting(Painting.PREVIEW, order.credits()),
                rendering
                        .receipt()
                        .with(
                                List.of(new Receipt.Painted(order.picture(), Painting.PREVIEW, "", null, took)),
                                Painter.flags(order)));
    }

    private RenderSpec spec(Order order, @Nullable String reference) {
        Viewport viewport = new Viewport(order.size().width(), order.size().height(), 1);
        return RenderSpec.plain(new Source.Html(previews.page(order, reference)), viewport, FORMAT);
    }

    private byte[] png(Rendering rendering) throws RenderException, InterruptedException {
        try (var exposure = rendering.exposure();
                var bytes = darkroom.develop(exposure, FORMAT).content().open()) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
