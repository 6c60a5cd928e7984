package io.renderyard.worker.painting;

import io.renderyard.egress.ServiceAnswer;
import io.renderyard.process.prompt.PromptSettings;
import io.renderyard.worker.WorkerSettings;
import io.renderyard.worker.developing.Darkroom;
import io.renderyard.worker.unhurried.Foreground;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A painter whose models, ledger, previews and outside are played. */
public final class PlayedPainter {
    private PlayedPainter() {}

    /** Models of which each asks for nothing and gives nothing. */
    public static PlayedModels models() {
        return new PlayedModels();
    }

    public static Painter painter(
            PlayedModels models, PlayedPaintingLedger ledger, WorkerSettings worker, PromptSettings prompts) {
        return painter(models, ledger, worker, prompts, Map.of());
    }

    /** @param outside what lies at an address; 404 elsewhere */
    static Painter painter(
            PlayedModels models,
            PlayedPaintingLedger ledger,
            WorkerSettings worker,
            PromptSettings prompts,
            Map<String, byte[]> outside) {
        Previews previews = (order, reference) ->
                String.join(" ", List.of("preview", order.prompt().words(), reference == null ? "" : reference));
        return painter(models, ledger, worker, prompts, outside, previews);
    }

    /** The built-in one, as it is where no provider is set up. */
    public static Painter builtIn() {
        return painter(
                new PlayedModels().unconfigured(),
                new PlayedPaintingLedger(),
                Examples.WORKER,
                Examples.PROMPTS,
                Map.of(),
                new BuiltInPreviews());
    }

    private static Painter painter(
            PlayedModels models,
            PlayedPaintingLedger ledger,
            WorkerSettings worker,
            PromptSettings prompts,
            Map<String, byte[]> outside,
            Previews previews) {
        Darkroom darkroom = Darkroom.in(Path.of(System.getProperty("java.io.tmpdir")));
        References references = new References((address, atMost, mostBytes) -> {
            byte[] found = outside.get(address.toString());
            return new ServiceAnswer.Responded<>(
                    found == null ? 404 : 200, Map.of(), found == null ? new byte[0] : found, Optional.empty());
        });
        PaintingBook book = new PaintingBook(ledger, prompts, new Foreground());
        return new Painter(
                new ModelPainter(models, references, book, prompts),
                new Sketcher(previews, references, darkroom, worker, prompts),
                new DataAddresses(darkroom),
                book,
                prompts);
    }
}
