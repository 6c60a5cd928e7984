package io.renderyard.expression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Short templates that would take very long, or fill the memory, if nothing stopped them. */
final class Bombs {
    private static final int A_MILLION = 1_000_000;

    private Bombs() {}

    static Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("list", Collections.nCopies(5_000, "x"));
        values.put("numbers", Collections.nCopies(5_000, "1234567890123456789012345678901234567.8"));
        values.put("long", Collections.nCopies(5_001, 1));
        values.put("big", "a".repeat(A_MILLION));
        values.put("alike", new String("a".repeat(A_MILLION)));
        values.put("almost", "a".repeat(A_MILLION / 2) + "b");
        values.put("blank", " ".repeat(A_MILLION));
        values.put("quotes", "\"".repeat(A_MILLION));
        values.put("open", "[".repeat(A_MILLION));
        values.put("empties", "[" + "{},".repeat(A_MILLION / 4) + "0]");
        values.put("digits", "1".repeat(A_MILLION));
        values.put("script", "javascript:");
        values.put("locales", locales());
        return values;
    }

    private static List<String> locales() {
        return Locale.availableLocales().map(Locale::toLanguageTag).distinct().toList();
    }

    /** By what they do. */
    static Map<String, String> templates() {
        Map<String, String> bombs = new LinkedHashMap<>();
        bombs.put("nested loops", nested("{{#each list}}", 3, "x", "{{/each}}"));
        bombs.put("nested loops of nothing", nested("{{#each list}}", 60, "", "{{/each}}"));
        bombs.put("loops with names", nested("{{#each list as |a b|}}", 3, "{{a}}{{b}}{{@last}}", "{{/each}}"));
        bombs.put("a long loop", "{{#each long}}{{this}}{{/each}}");
        bombs.put(
                "doubled texts",
                "{{#with 'x'}}" + nested("{{#with this + this}}", 60, "{{this}}", "{{/with}}") + "{{/with}}");
        bombs.put("doubled lists", nested("{{#with [" + repeated("this, ", 300) + "1]}}", 20, "{{this}}", "{{/with}}"));
        bombs.put("doubled lists as JSON", nested("{{#with [this, this]}}", 60, "{{json(this)}}", "{{/with}}"));
        bombs.put(
                "doubled lists as numbers",
                nested("{{#with [[[[[[[[this]]]]]]]]}}", 60, repeated("{{+this}}", 300), "{{/with}}")
                        .repeat(10));
        String wrapped = nested("{{#with " + "[".repeat(30) + "this" + "]".repeat(30) + "}}", 60, "%s", "{{/with}}");
        bombs.put("lists in lists", wrapped.formatted("{{this}}"));
        bombs.put("lists in lists as JSON", wrapped.formatted("{{json(this)}}"));
        bombs.put("lists in lists as a number", wrapped.formatted("{{+this}}"));
        bombs.put("lists in lists, raw", wrapped.formatted("{{{this[0]}}}"));
        bombs.put(
                "doubled lists, raw",
                nested("{{#with [" + repeated("this, ", 300) + "1]}}", 20, "{{{this[0]}}}", "{{/with}}"));
        bombs.put(
                "replaced again and again",
                "{{ " + "replace(".repeat(20) + "'a'" + ", 'a', 'aaaaaaaaaa')".repeat(20) + " }}");
        bombs.put("padded", "{{ padStart('x', 1e308) }}");
        bombs.put("padded again and again", loop("{{ length(padEnd('', 1000000, 'ä')) }}"));
        bombs.put("split and joined", "{{ join(split(big, ''), big) }}");
        bombs.put("split again and again", loop("{{ length(split(padEnd('', 9000, ','))) }}"));
        bombs.put("nearly the same everywhere", loop("{{ indexOf(big, almost) }}"));
        bombs.put("nearly the same, replaced", loop("{{ replace(big, almost, 'x') }}"));
        bombs.put("nearly the same, split", loop("{{ length(split(big, almost)) }}"));
        bombs.put("compared", loop("{{ big == alike && big === alike && big <= alike }}"));
        bombs.put("blank", loop("{{ isEmpty(blank) }}"));
        bombs.put("trimmed", loop("{{ trim(blank) }}"));
        bombs.put("capital letters", loop("{{ uppercase(big) }}"));
        bombs.put("capital words", loop("{{ titleCase(padEnd('', 100000, 'ß ')) }}"));
        bombs.put("long numbers", loop("{{ +digits * digits }}"));
        bombs.put("sums", loop("{{ sum(numbers) }}{{ average(numbers) }}{{ max(numbers) }}"));
        bombs.put(
                "numbers of texts", loop(repeated("{{ '1234567890123456789012345678901234567.8' * '0.1e-300' }}", 50)));
        bombs.put("numbers as texts", loop(repeated("{{ 1.2345678901234567e-300 + '' }}", 100)));
        bombs.put("members", loop(repeated("{{ list[indexOf(list, 'y') + 4999] }}", 20)));
        bombs.put("locales", "{{#each locales}}{{ currency(1, 'EUR', this) }}{{/each}}");
        bombs.put("currencies", loop(repeated("{{ currency(1234567.891, 'EUR') }}", 10)));
        bombs.put(
                "large amounts",
                loop(repeated(
                        "{{ currency(1.7976931348623157e308) }}{{ percent(1e306, 20) }}{{ percent(1e-20, 20) }}", 10)));
        bombs.put("dates", loop(repeated("{{ date('2026-01-29T10:30:00Z', 'full') }}", 20)));
        bombs.put("no dates", loop(repeated("{{ date('2026-02-31') }}", 50)));
        bombs.put("a long format", "{{ date(0, padEnd('', 100000, 'Z')) }}");
        bombs.put("deep JSON", loop("{{ parseJson(open) }}"));
        bombs.put("much JSON", "{{ length(parseJson(empties)) }}");
        bombs.put("JSON written", loop("{{ json(list) }}"));
        bombs.put("names that nobody has", nested("{{#with 1}}", 62, loop(repeated("{{ nobody }}", 20)), "{{/with}}"));
        bombs.put(
                "steps",
                "{{ " + repeated("a + ", 300) + "1 }}" + loop(repeated("{{ " + repeated("1 + ", 300) + "1 }}", 10)));
        bombs.put("escaped", loop("{{ quotes }}"));
        bombs.put("taken out", loop("<a href=\"{{ script }}" + "x".repeat(10_000) + "\">"));
        bombs.put("deep parentheses", "{{ " + "(".repeat(500) + "1" + ")".repeat(500) + " }}");
        bombs.put("deep signs", "{{ " + "!".repeat(1_000) + "1 }}");
        bombs.put("deep lists", "{{ " + "[".repeat(500) + "]".repeat(500) + " }}");
        bombs.put("deep conditions", "{{ " + "1 ? ".repeat(200) + "1" + " : 1".repeat(200) + " }}");
        bombs.put("long chains", "{{ a" + ".a".repeat(990) + " }}");
        bombs.put("deep blocks", nested("{{#if list}}", 100, "x", "{{/if}}"));
        bombs.put("deep elements", "<p><b _if=\"list\">".repeat(100));
        bombs.put("two readings each", "{{ " + "(uppercase(".repeat(30) + "a b" + "))".repeat(30) + " }}");
        bombs.put(
                "two readings each, often",
                ("{{ " + "(uppercase(".repeat(30) + "a b" + "))".repeat(30) + " }}").repeat(1_000));
        bombs.put("places", "{{a}}".repeat(100_000));
        bombs.put("quotes that do not end", "{{\\'}}{{\"}}".repeat(100_000));
        bombs.put("braces", "{{".repeat(A_MILLION) + "}}");
        bombs.put("blocks that do not end", "{{#each a as |b                                   ".repeat(20_000) + "}}");
        bombs.put("elements", "<p _if=\"a\">".repeat(50_000));
        return bombs;
    }

    private static String loop(String body) {
        return nested("{{#each list}}", 2, body, "{{/each}}");
    }

    private static String nested(String open, int depth, String body, String close) {
        return open.repeat(depth) + body + close.repeat(depth);
    }

    private static String repeated(String part, int count) {
        return part.repeat(count);
    }
}
