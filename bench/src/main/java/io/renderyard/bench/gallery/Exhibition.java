package io.renderyard.bench.gallery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws examples with a running yard, some at a time, and judges them. */
public final class Exhibition implements AutoCloseable {
    /** More would only wait in the yard, and the seconds of each would say so. */
    private static final int IN_FLIGHT = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(IN_FLIGHT);
    private final Site site = Site.open();
    private final YardClient yard;
    private final PictureReader reader;

    /**
     * @param base origin of the yard
     * @param folder for what passes to the AVIF decoder
     */
    public Exhibition(String base, String key, Path folder) {
        this.yard = new YardClient(base, key);
        this.reader = new PictureReader(folder);
    }

    /** Begins with all of them at once. */
    public Map<Example, CompletableFuture<Verdict>> show(List<Example> examples) {
        return examples.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        example -> CompletableFuture.supplyAsync(() -> verdict(example), threads),
                        (one, other) -> other,
                        java.util.LinkedHashMap::new));
    }

    private Verdict verdict(Example example) {
        long start = System.nanoTime();
        Outcome outcome = yard.draw(example.request(), site.origin());
        double seconds = (System.nanoTime() - start) / 1e9;
        Judge judge = new Judge(example.expected());
        try {
            Decoded decoded = decoded(outcome);
            judge.judge(outcome, decoded);
            return new Verdict(
                    example, outcome, decoded == null ? List.of() : decoded.pictures(), judge.complaints(), seconds);
        } catch (IOException e) {
            return new Verdict(
                    example, outcome, List.of(), List.of("it cannot be decoded: " + e.getMessage()), seconds);
        }
    }

    private @Nullable Decoded decoded(Outcome outcome) throws IOException {
        return outcome instanceof Outcome.Drawn drawn ? reader.read(drawn.bytes(), drawn.type()) : null;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        site.close();
    }
}
