package io.renderyard.bench.ledger;

import io.renderyard.bench.BenchException;
import io.renderyard.bench.Cleanup;
import io.renderyard.bench.Scratch;
import io.renderyard.bench.Yard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ends with 0 when it measured, 1 when it could not and 2 when it was asked wrongly. */
public final class LedgerBench {
    /** The JVMs get faster for tens of thousands of jobs. */
    private static final int WARM_UP_ROUNDS = 6;

    /** Many renders at once that take no time, so that nothing waits for a slot. */
    private static final int SLOTS = 64;

    /** Renders that take as long as small ones do, on as many slots as keep half of two cores busy. */
    private static final int STEADY_SLOTS = 16;

    private static final Duration RENDER = Duration.ofMillis(50);

    private final LedgerOptions options;
    private final Cleanup cleanup;

    private LedgerBench(LedgerOptions options, Cleanup cleanup) {
        this.options = options;
        this.cleanup = cleanup;
    }

    public static void main(String[] arguments) throws InterruptedException {
        LedgerOptions options;
        try {
            options = LedgerOptions.parse(List.of(arguments));
        } catch (BenchException e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(2);
            return;
        }
        if (options.help()) {
            System.out.println(LedgerOptions.USAGE);
            return;
        }
        System.exit(run(options));
    }

    private static int run(LedgerOptions options) throws InterruptedException {
        Cleanup cleanup = new Cleanup();
        // Ctrl-C and TERM end the process through here.
        Runtime.getRuntime().addShutdownHook(new Thread(cleanup::close, "bench-cleanup"));
        try (cleanup) {
            return report(options, cleanup);
        }
    }

    private static int report(LedgerOptions options, Cleanup cleanup) throws InterruptedException {
        try {
            LedgerReport report = new LedgerBench(options, cleanup).measure();
            System.out.println();
            System.out.print(report.markdown());
            return 0;
        } catch (BenchException e) {
            // A run that is cut short fails wherever it stands; that is no news.
            if (!cleanup.hasBegun()) {
                System.err.println("bench: " + e.getMessage());
            }
            return 1;
        }
    }

    private LedgerReport measure() throws BenchException, InterruptedException {
        Scratch scratch = Scratch.make();
        cleanup.add(scratch::close);
        Yard yard = new Yard(options.yard(), false, scratch.folder("farm"));
        cleanup.add(yard::close);
        Yard.Address address = yard.start("--workers", "0");
        LedgerRows rows = LedgerRows.of(yard.told());
        cleanup.add(rows::close);
        FakeWorkers fast =
                FakeWorkers.start(options.workers(), SLOTS, Duration.ZERO, told(yard), scratch.folder("workers"));
        cleanup.add(fast::close);
        fast.awaitReady();
        Segment segment = new Segment(new Loader(address, options.connections()), rows, () -> fast.addTo(yard.used()));
        warmUp(segment);
        WarmHits.Measured hits = new WarmHits(address, options.connections()).measure();
        say(hits.toString());
        List<Level> levels = levels(segment);
        fast.close();
        FakeWorkers steady = FakeWorkers.start(1, STEADY_SLOTS, RENDER, told(yard), scratch.folder("steady"));
        cleanup.add(steady::close);
        steady.awaitReady();
        return new LedgerReport(levels, hits, batches(new BatchRun(address, segment, STEADY_SLOTS, RENDER)));
    }

    /** The rows that fill the ledger are older than anything is kept, and are to be there all along, or to go at once. */
    private Map<String, String> told(Yard yard) throws BenchException {
        Map<String, String> told = new HashMap<>(yard.told());
        told.put("RENDERYARD_RETENTION_EVERY", options.retention() ? "1s" : "24h");
        return told;
    }

    private void warmUp(Segment segment) throws BenchException, InterruptedException {
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            say("warm-up: " + segment.measure(options.jobs()));
        }
    }

    private List<Level> levels(Segment segment) throws BenchException, InterruptedException {
        List<Level> levels = new ArrayList<>();
        for (int finished : options.levels()) {
            say("a ledger of " + finished + " finished jobs");
            segment.rows().fill(finished);
            List<Segment.Measured> rounds = new ArrayList<>();
            for (int round = 0; round < options.rounds(); round++) {
                rounds.add(segment.measure(options.jobs()));
                say(rounds.getLast().toString());
            }
            levels.add(new Level(finished, rounds));
        }
        return levels;
    }

    private List<BatchRun.Measured> batches(BatchRun batch) throws BenchException, InterruptedException {
        List<BatchRun.Measured> rounds = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
            rounds.add(batch.measure());
            say(rounds.getLast().toString());
        }
        return rounds;
    }

    private static void say(String what) {
        System.err.println("bench: " + what);
    }
}
