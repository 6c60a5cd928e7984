package io.renderyard.bench.expression;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** {@code ./yard bench expression}: a card with 20 expressions. Takes the options of JMH. */
public final class ExpressionBench {
    private ExpressionBench() {}

    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(arguments))
                        .include(Card.class.getName())
                        .build())
                .run();
    }
}
