package io.renderyard.expression;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Texts put together of the language's own words at random, the same in each run. */
class PromisesTest {
    private static final int TEXTS = 20_000;
    private static final int MOST_WORDS = 12;
    private static final List<String> WORDS = List.of(
            "{{",
            "}}",
            "{{{",
            "}}}",
            "{{#each c}}",
            "{{#each d as |x y|}}",
            "{{/each}}",
            "{{#if a}}",
            "{{ if e}}",
            "{{/if}}",
            "{{endif}}",
            "{{else}}",
            "{{elseif a}}",
            "{{#unless e}}",
            "{{/unless}}",
            "{{#with d}}",
            "{{/with}}",
            "{{!--",
            "--}}",
            "{{a}}",
            "{{{b}}}",
            "{{this}}",
            "{{x}}",
            "{{@key}}",
            "{{../a}}",
            "{{a-b}}",
            "a",
            "b",
            "c",
            "d",
            "e",
            "f",
            "'x'",
            "\"y\"",
            "7",
            "1e308",
            "0.1",
            "(",
            ")",
            "[",
            "]",
            ",",
            ".",
            ":",
            "?",
            "|",
            "+",
            "-",
            "*",
            "/",
            "%",
            "!",
            "==",
            "===",
            "<",
            ">=",
            "&&",
            "||",
            "and",
            "not",
            "default",
            "uppercase",
            "currency(",
            "date(",
            "parseJson(",
            "split(",
            "replace(",
            "padEnd(",
            "slice(",
            "json(",
            "round(",
            "if(",
            " ",
            "<a href=\"",
            "<p _if=\"a\">",
            "<li _if='e'>",
            "</p>",
            "</li>",
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "\">",
            "javascript:",
            "&#106;");

    @Test
    void promisesAreKeptForEveryTemplate() {
        Random random = new Random(48);
        for (int i = 0; i < TEXTS; i++) {
            Escape escape = random.nextBoolean() ? Escape.MARKUP : Escape.NONE;
            Promises.ofTemplate(text(random), Promises.filling(escape, random.nextBoolean(), random.nextBoolean()));
        }
    }

    @Test
    void promisesAreKeptForEveryExpression() {
        Random random = new Random(48);
        for (int i = 0; i < TEXTS; i++) {
            Promises.ofExpression(text(random), random.nextBoolean());
        }
    }

    @Test
    void promisesAreKeptForEveryValue() throws Exception {
        Random random = new Random(48);
        for (int i = 0; i < TEXTS; i++) {
            Promises.ofValue(text(random));
        }
    }

    private static String text(Random random) {
        return random.ints(1 + random.nextInt(MOST_WORDS), 0, WORDS.size())
                .mapToObj(WORDS::get)
                .collect(Collectors.joining(random.nextBoolean() ? "" : " "));
    }
}
