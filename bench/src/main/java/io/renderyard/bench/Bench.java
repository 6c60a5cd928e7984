package io.renderyard.bench;

import io.renderyard.worker.browser.BrowserSettings;
import io.renderyard.worker.browser.Chrome;
import io.renderyard.worker.browser.ChromeFlags;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ./yard bench}. Ends with 0 when it measured, 1 when it could not and 2 when it was asked wrongly. */
public final class Bench {
    static final String PLAIN = "raw floor";
    static final String ISOLATED = "raw floor, frame by frame";

    private final Options options;
    private final Cleanup cleanup;

    private Bench(Options options, Cleanup cleanup) {
        this.options = options;
        this.cleanup = cleanup;
    }

    public static void main(String[] arguments) throws InterruptedException {
        Options options;
        try {
            options = Options.parse(List.of(arguments));
        } catch (BenchException e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(2);
            return;
        }
        if (options.help()) {
            System.out.println(Options.USAGE);
            return;
        }
        System.exit(run(options));
    }

    private static int run(Options options) throws InterruptedException {
        Cleanup cleanup = new Cleanup();
        // Ctrl-C and TERM end the process through here.
        Runtime.getRuntime().addShutdownHook(new Thread(cleanup::close, "bench-cleanup"));
        try (cleanup) {
            return report(options, cleanup);
        }
    }

    private static int report(Options options, Cleanup cleanup) throws InterruptedException {
        try {
            Report report = new Report(new Bench(options, cleanup).measure());
            System.out.println();
            System.out.print(report.markdown());
            Path out = options.out();
            if (out != null) {
                report.write(out);
            }
            return 0;
        } catch (BenchException | IllegalStateException e) {
            // A run that is cut short fails wherever it stands; that is no news.
            if (!cleanup.hasBegun()) {
                System.err.println("bench: " + e.getMessage());
            }
            return 1;
        }
    }

    private Result measure() throws BenchException, InterruptedException {
        Content content = Content.of(Pages.find(options.pages()));
        Plan plan = options.plan();
        System.err.printf(
                "Pages: %s. %d rounds, about %.0f s once the farm is up.%n",
                content.pages().origin(),
                plan.rounds(),
                plan.seconds(options.rivals() ? 3 + Rivals.kinds().size() : 3));
        Scratch scratch = Scratch.make();
        cleanup.add(scratch::close);
        int cores = Runtime.getRuntime().availableProcessors();
        Farm farm = farm(scratch, cores);
        RawLoop plain = new RawLoop(
                PLAIN, shells(cores, ChromeFlags.freeRunning(), Tab.Shutter.FREE, scratch.folder("plain")), false);
        RawLoop isolated = new RawLoop(
                ISOLATED,
                shells(cores, ChromeFlags.isolated(), Tab.Shutter.FRAME_BY_FRAME, scratch.folder("isolated")),
                true);
        for (Shell shell : isolated.shells()) {
            shell.tab().isolate();
        }
        return new Run(plan, content, plain, isolated, farm, rivals(content, cores, scratch))
                .measure(farmName(), cores);
    }

    private List<Rival> rivals(Content content, int cores, Scratch scratch)
            throws BenchException, InterruptedException {
        List<Rival> started = new ArrayList<>();
        if (options.rivals()) {
            Path yard = options.yard().toAbsolutePath();
            Rivals rivals = new Rivals(yard.resolveSibling("bench/rivals"), yard.resolveSibling(".yard/rivals"));
            rivals.install();
            for (Rival.Kind kind : Rivals.kinds()) {
                Path folder = scratch.folder("rival-" + started.size());
                Rival rival = rivals.start(kind, binary(), content.pages().list(), cores, folder);
                cleanup.add(rival::close);
                started.add(rival);
            }
        }
        return started;
    }

    private String farmName() {
        if (options.base() != null) {
            return "the one at " + options.base();
        }
        return options.standalone()
                ? "standalone, started for this run"
                : "processes of their own on RabbitMQ and PostgreSQL, started for this run";
    }

    private Farm farm(Scratch scratch, int cores) throws BenchException, InterruptedException {
        String base = options.base();
        int lanes = options.lanes(cores);
        Farm farm = base == null ? start(scratch, lanes) : new Farm(base, options.key(), lanes, CpuTime::unknown);
        cleanup.add(farm::close);
        return farm;
    }

    private Farm start(Scratch scratch, int lanes) throws BenchException, InterruptedException {
        Yard yard = new Yard(options.yard(), options.standalone(), scratch.folder("farm"));
        cleanup.add(yard::close);
        Yard.Address address = yard.start();
        return new Farm(address.base(), address.key(), lanes, yard::used);
    }

    private List<Shell> shells(int count, List<String> flags, Tab.Shutter shutter, Path folder)
            throws BenchException, InterruptedException {
        Path binary = binary();
        List<Shell> shells = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Shell shell =
                    Shell.start(binary, flags, BrowserSettings.DEFAULT_USER, folder.resolve("shell-" + i), shutter);
            cleanup.add(shell::close);
            shells.add(shell);
        }
        return shells;
    }

    /** The same one that the launcher gives to workers. */
    private static Path binary() {
        String named = System.getenv("RENDERYARD_WORKER_BROWSER_BINARY");
        return named == null ? Chrome.find().browser() : Path.of(named);
    }
}
