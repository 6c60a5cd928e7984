package io.renderyard.bench.ledger;

import io.renderyard.bench.BenchException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was asked for on the command line.
 *
 * @param yard the launcher that starts the farm
 * @param rows finished jobs in the fullest ledger
 * @param jobs per round
 * @param rounds in each ledger
 * @param workers processes that draw nothing
 * @param connections of the client
 * @param retention whether the workers delete the finished jobs meanwhile, which are old
 */
record LedgerOptions(
        Path yard, int rows, int jobs, int rounds, int workers, int connections, boolean retention, boolean help) {
    static final String USAGE = """
            ./yard bench ledger [--rows N] [--jobs N] [--rounds N] [--workers N] [--connections N] [--retention]
              Measures what a job costs when drawing costs nothing: submissions over HTTP through gateway, ledger,
              RabbitMQ and workers without browsers, and again with more and more finished jobs in the ledger.
              Starts a farm for the run and stops it again.
              --rows N         finished jobs in the fullest ledger (default 1000000; 10000, 100000, … come first)
              --jobs N         jobs of one round (default 10000)
              --rounds N       rounds in each ledger (default 3)
              --workers N      processes that draw nothing (default 1)
              --connections N  connections that the client submits on (default 64)
              --retention      let the workers delete the finished jobs meanwhile, which are too old to be kept
              --yard FILE      the launcher that starts the farm (default ./yard)""";

    private static final int FEWEST_ROWS = 10_000;
    private static final int MOST_ROWS = 10_000_000;
    private static final int STEP = 10;

    static LedgerOptions parse(List<String> arguments) throws BenchException {
        Deque<String> words = new ArrayDeque<>(arguments);
        LedgerOptions options = new LedgerOptions(Path.of("yard"), 1_000_000, 10_000, 3, 1, 64, false, false);
        while (!words.isEmpty()) {
            options = options.with(words.pop(), words);
        }
        return options;
    }

    private LedgerOptions with(String word, Deque<String> words) throws BenchException {
        return switch (word) {
            case "--yard" ->
                new LedgerOptions(
                        Path.of(value(word, words)), rows, jobs, rounds, workers, connections, retention, help);
            case "--rows" ->
                new LedgerOptions(
                        yard, number(word, words, MOST_ROWS), jobs, rounds, workers, connections, retention, help);
            case "--jobs" ->
                new LedgerOptions(
                        yard, rows, number(word, words, 1_000_000), rounds, workers, connections, retention, help);
            case "--rounds" ->
                new LedgerOptions(yard, rows, jobs, number(word, words, 100), workers, connections, retention, help);
            case "--workers" ->
                new LedgerOptions(yard, rows, jobs, rounds, number(word, words, 16), connections, retention, help);
            case "--connections" ->
                new LedgerOptions(yard, rows, jobs, rounds, workers, number(word, words, 256), retention, help);
            case "--retention" -> new LedgerOptions(yard, rows, jobs, rounds, workers, connections, true, help);
            case "--help", "-h" -> new LedgerOptions(yard, rows, jobs, rounds, workers, connections, retention, true);
            default -> throw new BenchException("The option " + word + " is not known.\n" + USAGE);
        };
    }

    private static String value(String option, Deque<String> words) throws BenchException {
        String value = words.poll();
        if (value == null) {
            throw new BenchException(option + " needs a value.\n" + USAGE);
        }
        return value;
    }

    private static int number(String option, Deque<String> words, int most) throws BenchException {
        String value = value(option, words);
        if (!value.matches("\\d{1,8}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > most) {
            throw new BenchException(option + " needs a whole number from 1 to " + most + ", not " + value + ".");
        }
        return Integer.parseInt(value);
    }

    /** Sizes of the ledger, each ten times the last, up to the fullest. */
    List<Integer> levels() {
        return Stream.concat(Stream.iterate(FEWEST_ROWS, size -> size < rows, size -> size * STEP), Stream.of(rows))
                .toList();
    }
}
