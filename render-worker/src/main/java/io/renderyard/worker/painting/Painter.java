package io.renderyard.worker.painting;

import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.prompt.Prompt;
import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.process.prompt.PromptSettings;
import io.renderyard.worker.rendering.RenderException;
import io.renderyard.worker.rendering.Renderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Paints what prompts ask for. */
public final class Painter {
    private final ModelPainter models;
    private final Sketcher previews;
    private final DataAddresses addresses;
    private final PaintingBook book;
    private final PromptSettings settings;

    Painter(
            ModelPainter models,
            Sketcher previews,
            DataAddresses addresses,
            PaintingBook book,
            PromptSettings settings) {
        this.models = models;
        this.previews = previews;
        this.addresses = addresses;
        this.book = book;
        this.settings = settings;
    }

    /**
     * Sets the credits of all pictures aside, then paints them; a few of them at a time.
     *
     * @param prompts with their places filled, by name of the variable that the picture fills; of the job's own by {@link
     *     Paintings#OWN}
     * @param renderer draws previews
     * @throws RenderException when any of them is not painted, with the provider's words
     * @throws InterruptedException when the caller was interrupted. What a provider that keeps a queue is painting goes
     *     on, and the next attempt gets it
     */
    public Paintings paint(Attempt attempt, TenantId tenant, Map<String, Prompt> prompts, Renderer renderer)
            throws RenderException, InterruptedException {
        if (prompts.isEmpty()) {
            return Paintings.NONE;
        }
        List<Order> orders = new ArrayList<>();
        for (Map.Entry<String, Prompt> one : prompts.entrySet()) {
            orders.add(order(attempt, one.getKey(), one.getValue()));
        }
        List<Order> paid = orders.stream().filter(order -> !isPreview(order)).toList();
        if (!paid.isEmpty()) {
            book.reserve(attempt, tenant, paid);
        }
        // Made before what holds them: an object from before that wait would be old, and keep them when it is dead.
        List<PaintedPicture> pictures = Together.each(
                orders, order -> isPreview(order) ? previews.paint(order, renderer) : models.paint(order));
        return new Paintings(pictures);
    }

    /** The variables with the address of each picture as a value; large ones are written smaller for that. */
    public Variables fill(Variables variables, Paintings paintings) throws RenderException, InterruptedException {
        return addresses.fill(variables, paintings);
    }

    private boolean isPreview(Order order) {
        return order.prompt().preview() || !models.isConfigured();
    }

    /** Both were offered when the prompt came, but settings change. */
    private Order order(Attempt attempt, String picture, Prompt prompt) throws RenderException {
        PromptSettings.Model model = settings.model(prompt.model())
                .orElseThrow(() -> unavailable("The model " + prompt.model() + " is no longer offered."));
        PromptSettings.Size size = model.size(prompt.ratio())
                .orElseThrow(() -> unavailable(
                        "The model %s no longer has the ratio %s.".formatted(prompt.model(), prompt.ratio())));
        return new Order(attempt, picture, prompt, model, new Extent.Still(size.width(), size.height()));
    }

    private static RenderException unavailable(String why) {
        return new RenderException(FailureCode.MODEL_UNAVAILABLE, why + " Choose another and submit the job again.");
    }

    static Set<Receipt.Flag> flags(Order order) {
        return order.ignoresReference() ? Set.of(Receipt.Flag.REFERENCE_IGNORED) : Set.of();
    }
}
