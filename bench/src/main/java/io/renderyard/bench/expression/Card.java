package io.renderyard.bench.expression;

import io.renderyard.expression.Escape;
import io.renderyard.expression.EvaluationException;
import io.renderyard.expression.Filling;
import io.renderyard.expression.SyntaxException;
import io.renderyard.expression.Template;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A product's card with some 20 expressions, four of them in a loop over three elements. Each filling is a sample,
 * since the median is what other work on the machine changes least.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class Card {
    private static final Filling HOW = Filling.of(Escape.MARKUP, 1_000_000);

    private static final String TEXT = """
            <style>body { font: 16px sans-serif; color: {{ isDark ? '#eee' : '#222' }} }</style>
            <article style="background: {{ default(colour, '#fff') }}">
              <header><h1>{{ titleCase(name) }}</h1><h2>{{ brand | uppercase }}</h2></header>
              <img src="{{ first(pictures) }}" alt="{{ truncate(description, 40) }}">
              <p>{{ description }}</p>
              {{#if discount > 0}}
              <p><s>{{ currency(price, 'EUR', 'de-DE') }}</s>
                <b>{{ currency(price * (1 - discount), 'EUR', 'de-DE') }}</b> ({{ percent(discount) }} off)</p>
              {{else}}
              <p>{{ price | currency }}</p>
              {{/if}}
              <ul>
                {{#each sellers as |seller|}}
                <li>{{ @index + 1 }}. {{ seller.name }}: {{ number(seller.stock) }}
                  {{ seller.stock == 1 ? 'piece' : 'pieces' }}{{#unless @last}},{{/unless}}</li>
                {{/each}}
              </ul>
              <p>{{ join(slice(tags, 0, 3), ' • ') }}{{ length(tags) > 3 ? ' +' + (length(tags) - 3) + ' more' : '' }}</p>
              <footer _if="until">Until {{ date(until, 'MMMM D, YYYY') }}, {{ time(until) }}</footer>
            </article>
            """;

    private static final Map<String, Object> VALUES = Map.ofEntries(
            Map.entry("isDark", true),
            Map.entry("name", "a kettle for two"),
            Map.entry("brand", "Müller & Söhne"),
            Map.entry("pictures", List.of("https://a.example/kettle.png")),
            Map.entry("description", "Boils a litre of water in under two minutes, and says so with a \"click\"."),
            Map.entry("price", 49.9),
            Map.entry("discount", 0.15),
            Map.entry(
                    "sellers",
                    List.of(
                            Map.of("name", "Nord", "stock", 1_204),
                            Map.of("name", "Süd", "stock", 1),
                            Map.of("name", "West", "stock", 17))),
            Map.entry("tags", List.of("kitchen", "steel", "new", "quiet", "small")),
            Map.entry("until", "2026-11-30T18:30:00Z"));

    private final Template template;

    public Card() {
        try {
            template = Template.parse(TEXT);
        } catch (SyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Once it is taken apart. */
    @Benchmark
    public String fill() throws EvaluationException {
        return template.fill(VALUES, HOW);
    }

    @Benchmark
    public String parseAndFill() throws SyntaxException, EvaluationException {
        return Template.parse(TEXT).fill(VALUES, HOW);
    }
}
