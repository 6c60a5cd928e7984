package io.renderyard.bench.prompt;

import io.renderyard.bench.BenchException;
import io.renderyard.bench.Cleanup;
import io.renderyard.bench.Scratch;
import io.renderyard.bench.Statistics;
import io.renderyard.bench.Yard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Ends with 0 when it measured, 1 when it could not and 2 when it was asked wrongly. */
public final class PromptBench {
    /** With what runs hot after them, on all sides, a round does not measure compilers. */
    private static final int WARM_UP_PROMPTS = 1_000;

    private static final Duration WARM_UP_TAKES = Duration.ofSeconds(1);

    private final PromptOptions options;
    private final Cleanup cleanup;

    private PromptBench(PromptOptions options, Cleanup cleanup) {
        this.options = options;
        this.cleanup = cleanup;
    }

    public static void main(String[] arguments) throws InterruptedException {
        PromptOptions options;
        try {
            options = PromptOptions.parse(List.of(arguments));
        } catch (BenchException e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(2);
            return;
        }
        if (options.help()) {
            System.out.println(PromptOptions.USAGE);
            return;
        }
        System.exit(run(options));
    }

    private static int run(PromptOptions options) throws InterruptedException {
        Cleanup cleanup = new Cleanup();
        // Ctrl-C and TERM end the process through here.
        Runtime.getRuntime().addShutdownHook(new Thread(cleanup::close, "bench-cleanup"));
        try (cleanup) {
            return measured(options, cleanup);
        }
    }

    private static int measured(PromptOptions options, Cleanup cleanup) throws InterruptedException {
        try {
            new PromptBench(options, cleanup).measure();
            return 0;
        } catch (BenchException e) {
            // A run that is cut short fails wherever it stands; that is no news.
            if (!cleanup.hasBegun()) {
                System.err.println("bench: " + e.getMessage());
            }
            return 1;
        }
    }

    private void measure() throws BenchException, InterruptedException {
        Scratch scratch = Scratch.make();
        cleanup.add(scratch::close);
        Provider provider = Provider.start();
        cleanup.add(provider::close);
        Yard yard = new Yard(options.yard(), false, scratch.folder("farm"), environment(provider));
        cleanup.add(yard::close);
        Client client = new Client(yard.start("--workers", "1"));
        cleanup.add(client::close);
        PacedCards cards = new PacedCards(client, options.perSecond());
        PromptLoad load = new PromptLoad(client, options.prompts());
        say("warming up");
        int unused = provider.take(WARM_UP_TAKES);
        double first = beside(cards, new PromptLoad(client, WARM_UP_PROMPTS)).seconds();
        say("%d prompts to warm up: %.1f s".formatted(WARM_UP_PROMPTS, first));
        compare(cards, load, provider);
    }

    /** A provider that is asked by everybody at once is the worst for those beside. */
    private Map<String, String> environment(Provider provider) {
        return Map.of(
                "RENDERYARD_PROMPT_PROVIDERS_OPENAI_URL",
                provider.address().toString(),
                "RENDERYARD_PROMPT_PROVIDERS_OPENAI_CONCURRENCY",
                String.valueOf(options.atOnce()));
    }

    private void compare(PacedCards cards, PromptLoad load, Provider provider)
            throws BenchException, InterruptedException {
        List<Double> alone = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        int unused = provider.take(options.takes());
        for (int round = 1; round <= options.rounds(); round++) {
            Beside painted = beside(cards, load);
            beside.addAll(painted.cards());
            List<Double> quiet = cards.draw(during((int) Math.ceil(painted.seconds())));
            alone.addAll(quiet);
            say("round %d: %d prompts in %.1f s, %d of them at the provider at once; cards beside %s, alone %s"
                    .formatted(
                            round,
                            options.prompts(),
                            painted.seconds(),
                            provider.take(options.takes()),
                            told(painted.cards()),
                            told(quiet)));
        }
        System.out.printf(
                Locale.ROOT,
                "| cards | p50 | p95 |%n| --- | --- | --- |%n| alone | %.1f ms | %.1f ms |%n"
                        + "| beside %d prompts | %.1f ms | %.1f ms |%n| ratio | %.2f | %.2f |%n",
                Statistics.percentile(alone, 50),
                Statistics.percentile(alone, 95),
                options.prompts(),
                Statistics.percentile(beside, 50),
                Statistics.percentile(beside, 95),
                Statistics.percentile(beside, 50) / Statistics.percentile(alone, 50),
                Statistics.percentile(beside, 95) / Statistics.percentile(alone, 95));
    }

    private static String told(List<Double> times) {
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms p95 %.1f ms (%d)",
                Statistics.percentile(times, 50),
                Statistics.percentile(times, 95),
                times.size());
    }

    /** @param seconds until the last prompt was painted */
    private record Beside(List<Double> cards, double seconds) {}

    private static Beside beside(PacedCards cards, PromptLoad load) throws BenchException, InterruptedException {
        try (ExecutorService painting = Executors.newSingleThreadExecutor()) {
            Future<Double> painted = painting.submit(load::paint);
            List<Double> times = cards.draw(() -> !painted.isDone());
            return new Beside(times, painted.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BenchException known) {
                throw known;
            }
            throw new BenchException("The prompts were not painted: " + e.getCause(), e);
        }
    }

    private static BooleanSupplier during(int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        return () -> System.nanoTime() < end;
    }

    private static void say(String what) {
        System.err.println("bench: " + what);
    }
}
