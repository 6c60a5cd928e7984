package io.renderyard.bench.prompt;

import io.renderyard.bench.BenchException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param yard the launcher that starts the farm
 * @param prompts at once
 * @param takes what the provider takes for each
 * @param atOnce prompts that the provider is asked for at the same time
 * @param perSecond cards that people wait for
 */
record PromptOptions(Path yard, int prompts, Duration takes, int atOnce, int perSecond, int rounds, boolean help) {
    static final String USAGE = """
            ./yard bench prompts [--prompts N] [--takes SECONDS] [--at-once N] [--per-second N] [--rounds N]
              Measures what hundreds of prompts that wait for a provider cost people who wait for a card: cards at an
              even pace, alone and then beside the prompts. The provider is played by a process of low priority.
              Before the rounds 1,000 prompts of 1 s warm everything up.
              Starts a farm for the run and stops it again.
              --prompts N      at once (default 500)
              --takes SECONDS  what the provider takes for each (default 10)
              --at-once N      that the provider is asked for at the same time (default: all of them)
              --per-second N   cards (default 4)
              --rounds N       of alone and beside (default 3)
              --yard FILE      the launcher that starts the farm (default ./yard)""";

    static PromptOptions parse(List<String> arguments) throws BenchException {
        Deque<String> words = new ArrayDeque<>(arguments);
        Path yard = Path.of("yard");
        int prompts = 500;
        int takes = 10;
        int atOnce = 0;
        int perSecond = 4;
        int rounds = 3;
        boolean help = false;
        while (!words.isEmpty()) {
            String word = words.pop();
            switch (word) {
                case "--yard" -> yard = Path.of(value(word, words));
                case "--prompts" -> prompts = number(word, words);
                case "--takes" -> takes = number(word, words);
                case "--at-once" -> atOnce = number(word, words);
                case "--per-second" -> perSecond = number(word, words);
                case "--rounds" -> rounds = number(word, words);
                case "--help", "-h" -> help = true;
                default -> throw new BenchException("The option " + word + " is not known.\n" + USAGE);
            }
        }
        return new PromptOptions(
                yard, prompts, Duration.ofSeconds(takes), atOnce == 0 ? prompts : atOnce, perSecond, rounds, help);
    }

    private static String value(String option, Deque<String> words) throws BenchException {
        String value = words.poll();
        if (value == null) {
            throw new BenchException(option + " needs a value.\n" + USAGE);
        }
        return value;
    }

    private static int number(String option, Deque<String> words) throws BenchException {
        String value = value(option, words);
        if (!value.matches("[1-9]\\d{0,3}")) {
            throw new BenchException(option + " needs a whole number from 1 to 9999, not " + value + ".");
        }
        return Integer.parseInt(value);
    }
}
