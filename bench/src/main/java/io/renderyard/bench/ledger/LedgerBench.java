package io.renderyard.bench.ledger;

import io.renderyard.bench.BenchException;
import io.renderyard.bench.Cleanup;
import io.renderyard.bench.Scratch;
import io.renderyard.bench.Yard;
import java.util.ArrayList;
import java.util.List;

/** Ends with 0 when it measured, 1 when it could not and 2 when it was asked wrongly. */
public final class LedgerBench {
    /** The JVMs get faster for tens of thousands of jobs. */
    private static final int WARM_UP_ROUNDS = 3;

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
            List<Level> levels = new LedgerBench(options, cleanup).measure();
            System.out.println();
            System.out.print(new LedgerReport(levels).markdown());
            return 0;
        } catch (BenchException e) {
            // A run that is cut short fails wherever it stands; that is no news.
            if (!cleanup.hasBegun()) {
                System.err.println("bench: " + e.getMessage());
            }
            return 1;
        }
    }

    private List<Level> measure() throws BenchException, InterruptedException {
        Scratch scratch = Scratch.make();
        cleanup.add(scratch::close);
        Yard yard = new Yard(options.yard(), false, scratch.folder("farm"));
        cleanup.add(yard::close);
        Yard.Address address = yard.start("--workers", "0");
        FakeWorkers workers = FakeWorkers.start(options.workers(), yard.told(), scratch.folder("workers"));
        cleanup.add(workers::close);
        LedgerRows rows = LedgerRows.of(yard.told());
        cleanup.add(rows::close);
        workers.awaitReady();
        Loader loader = new Loader(address, options.connections());
        Segment segment = new Segment(loader, rows, () -> workers.addTo(yard.used()));
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            say("warm-up: " + segment.measure(options.jobs()));
        }
        List<Level> levels = new ArrayList<>();
        for (int finished : options.levels()) {
            say("a ledger of " + finished + " finished jobs");
            rows.fill(finished);
            List<Segment.Measured> rounds = new ArrayList<>();
            for (int round = 0; round < options.rounds(); round++) {
                rounds.add(segment.measure(options.jobs()));
                say(rounds.getLast().toString());
            }
            levels.add(new Level(finished, rounds));
        }
        return levels;
    }

    private static void say(String what) {
        System.err.println("bench: " + what);
    }
}
