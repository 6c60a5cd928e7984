package io.renderyard.worker.painting;

import io.renderyard.worker.rendering.RenderException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Paints what it is told to, and writes down what it is asked. */
public final class PlayedModels implements Models {
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile boolean configured = true;
    private volatile byte[] bytes = new byte[0];
    private volatile Step step = picture -> {};
    private volatile Consumer<String> words = told -> {};

    record Asked(Order order, String words, @Nullable String reference) {}

    /** What it does before it has painted. */
    @FunctionalInterface
    public interface Step {
        void take(String picture) throws RenderException, InterruptedException;
    }

    public PlayedModels gives(byte[] picture) {
        bytes = picture;
        return this;
    }

    public PlayedModels first(Step other) {
        step = other;
        return this;
    }

    /** Told of what each is asked for. */
    public PlayedModels words(Consumer<String> listener) {
        words = listener;
        return this;
    }

    PlayedModels unconfigured() {
        configured = false;
        return this;
    }

    List<Asked> asked() {
        return asked;
    }

    @Override
    public boolean isConfigured() {
        return configured;
    }

    @Override
    public Work paint(Order order, String words, @Nullable Reference reference, Memory memory, Duration atMost)
            throws RenderException, InterruptedException {
        asked.add(new Asked(order, words, reference == null ? null : reference.contentType()));
        this.words.accept(words);
        step.take(order.picture());
        memory.remember(memory.remembered().orElse("first") + "+");
        return new Work(bytes, "fal", "fal-ai/a-model", "r-1", Duration.ofSeconds(1));
    }
}
