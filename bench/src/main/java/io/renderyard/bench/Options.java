package io.renderyard.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param rivals measure what a user would write instead, too
 * @param base origin of a yard that runs already; null to start one for the run
 * @param key its API key
 * @param yard the launcher that starts one
 * @param standalone start everything in one process instead of the production topology
 * @param pages null for the usual places
 * @param out null for the terminal only
 * @param inFlight jobs in flight; 0 for four per core
 * @param rounds 0 for the plan's own
 */
record Options(
        @Nullable String base,
        String key,
        Path yard,
        boolean standalone,
        @Nullable Path pages,
        @Nullable Path out,
        int inFlight,
        int rounds,
        boolean quick,
        boolean rivals,
        boolean help) {
    static final int LEAST_ROUNDS = 3;
    private static final int PER_CORE = 4;

    static final String USAGE = """
            ./yard bench [--quick] [--rounds N] [--pages DIR] [--in-flight N] [--out FILE] [--rivals]
                         [--standalone | --base URL --key KEY]
              Measures the whole farm against the browser's own limit: renders per second and added time.
              Starts a farm for the run (processes of their own on RabbitMQ and PostgreSQL) and stops it again.
              --quick        under 45 s instead of under 3 minutes, the farm's start not counted; less certain
              --rounds N     interleaved rounds, at least 3 (default 5, quick 3)
              --pages DIR    .html files to draw at 1200x630 (default bench/pages, ../shared/pages, built-in ones)
              --in-flight N  jobs in flight for the throughput (default: four per core)
              --rivals       Puppeteer and node-html-to-image too; npm installs them into .yard/rivals
              --out FILE     the result as JSON (name ends in .json) or as Markdown
              --standalone   start everything in one process instead
              --base, --key  measure a yard that runs already, by its address and its API key
              --yard FILE    the launcher that starts the farm (default ./yard)""";

    static Options parse(List<String> arguments) throws BenchException {
        Deque<String> words = new ArrayDeque<>(arguments);
        String base = null;
        String key = "";
        Path yard = Path.of("yard");
        Path pages = null;
        Path out = null;
        int inFlight = 0;
        int rounds = 0;
        boolean standalone = false;
        boolean quick = false;
        boolean rivals = false;
        boolean help = false;
        while (!words.isEmpty()) {
            String word = words.pop();
            switch (word) {
                case "--quick" -> quick = true;
                case "--rivals" -> rivals = true;
                case "--standalone" -> standalone = true;
                case "--help", "-h" -> help = true;
                case "--base" -> base = value(word, words);
                case "--key" -> key = value(word, words);
                case "--yard" -> yard = Path.of(value(word, words));
                case "--pages" -> pages = Path.of(value(word, words));
                case "--out" -> out = Path.of(value(word, words));
                case "--in-flight" -> inFlight = number(word, words, 1);
                case "--rounds" -> rounds = number(word, words, LEAST_ROUNDS);
                default -> throw new BenchException("The option " + word + " is not known.\n" + USAGE);
            }
        }
        if (base != null && key.isEmpty()) {
            throw new BenchException("--base needs --key: ./yard credentials shows the API key.");
        }
        if (base != null && standalone) {
            throw new BenchException("--standalone starts a yard and --base takes one that runs; choose one of them.");
        }
        return new Options(base, key, yard, standalone, pages, out, inFlight, rounds, quick, rivals, help);
    }

    private static String value(String option, Deque<String> words) throws BenchException {
        String value = words.poll();
        if (value == null) {
            throw new BenchException(option + " needs a value.\n" + USAGE);
        }
        return value;
    }

    private static int number(String option, Deque<String> words, int least) throws BenchException {
        String value = value(option, words);
        if (!value.matches("\\d{1,6}") || Integer.parseInt(value) < least) {
            throw new BenchException(option + " needs a whole number from " + least + " on, not " + value + ".");
        }
        return Integer.parseInt(value);
    }

    Plan plan() {
        Plan usual = quick ? Plan.QUICK : Plan.WHOLE;
        return rounds == 0 ? usual : usual.withRounds(rounds);
    }

    int lanes(int cores) {
        return inFlight == 0 ? PER_CORE * cores : inFlight;
    }
}
